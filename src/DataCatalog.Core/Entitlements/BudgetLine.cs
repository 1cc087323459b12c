using DataCatalog.Core.Common;

namespace DataCatalog.Core.Entitlements;

/// <summary>What money is set aside for.</summary>
public enum BudgetCategory
{
    /// <summary>Buying and preparing data.</summary>
    Data,

    /// <summary>Computing time.</summary>
    Gpu,

    /// <summary>Research and development.</summary>
    ResearchAndDevelopment,
}

/// <summary>Money of a programme set aside for a category and phase; staff only.</summary>
public sealed class BudgetLine : Entity
{
    private BudgetLine() { }

    /// <summary>The programme.</summary>
    public Guid ProgrammeId { get; private set; }

    /// <summary>Name in Korean and English.</summary>
    public LocalizedText Name { get; private set; } = null!;

    /// <summary>What for.</summary>
    public BudgetCategory Category { get; private set; }

    /// <summary>1 for the first phase; null for all.</summary>
    public int? Phase { get; private set; }

    /// <summary>How much.</summary>
    public Money Amount { get; private set; } = null!;

    /// <summary>Makes a line.</summary>
    public static BudgetLine Register(BudgetLineInput input, TimeProvider clock)
    {
        var line = new BudgetLine { Id = Ids.New(clock) };
        line.Change(input);
        return line;
    }

    /// <summary>Changes it.</summary>
    public void Change(BudgetLineInput input)
    {
        ProgrammeId = Check.Required(input.ProgrammeId, nameof(ProgrammeId));
        Name = LocalizedText.Of(input.NameKo, input.NameEn, nameof(Name), 300);
        Category = Check.Defined(input.Category, nameof(Category));
        Phase = input.Phase is null or >= 1 and <= 100 ? input.Phase : throw new DomainException(CommonErrors.Invalid, nameof(Phase), input.Phase, "phase", "count from 1");
        Amount = Money.Of(input.Amount, input.Currency, nameof(input.Amount), nameof(input.Currency)) ?? throw new DomainException(CommonErrors.Required, nameof(Amount), nameof(Amount));
    }

    /// <summary>What is said of it now, so that a caller's changes can be laid over it.</summary>
    public BudgetLineInput ToInput() => new()
    {
        ProgrammeId = ProgrammeId, NameKo = Name.Ko, NameEn = Name.En, Category = Category, Phase = Phase, Amount = Amount.Amount, Currency = Amount.Currency,
    };
}

/// <summary>What a caller says of a budget line.</summary>
public sealed record BudgetLineInput
{
    /// <summary>The programme.</summary>
    public Guid? ProgrammeId { get; init; }

    /// <summary>Korean name.</summary>
    public string? NameKo { get; init; }

    /// <summary>English name.</summary>
    public string? NameEn { get; init; }

    /// <summary>What for.</summary>
    public BudgetCategory Category { get; init; }

    /// <summary>Phase, from 1.</summary>
    public int? Phase { get; init; }

    /// <summary>How much.</summary>
    public decimal? Amount { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public string? Currency { get; init; }
}
