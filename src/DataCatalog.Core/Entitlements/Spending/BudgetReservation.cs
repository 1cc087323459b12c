using DataCatalog.Core.Common;

namespace DataCatalog.Core.Entitlements.Spending;

/// <summary>Money of a budget line kept for a consortium's wishes until it is committed by an agreement or released; staff only.</summary>
public sealed class BudgetReservation : Entity
{
    private BudgetReservation() { }

    /// <summary>The line.</summary>
    public Guid BudgetLineId { get; private set; }

    /// <summary>For whom.</summary>
    public Guid ConsortiumId { get; private set; }

    /// <summary>How much, in the line's currency.</summary>
    public Money Amount { get; private set; } = null!;

    /// <summary>What for.</summary>
    public string Purpose { get; private set; } = null!;

    /// <summary>Who reserved it.</summary>
    public string ReservedBy { get; private set; } = null!;

    /// <summary>When, UTC.</summary>
    public DateTime ReservedAt { get; private set; }

    /// <summary>The day it was released, or null while it is kept.</summary>
    public DateOnly? ReleasedOn { get; private set; }

    /// <summary>Why it was released, or null.</summary>
    public string? ReleasedReason { get; private set; }

    /// <summary>Reserves.</summary>
    /// <param name="line">The line.</param>
    /// <param name="consortium">For whom.</param>
    /// <param name="input">How much and what for.</param>
    /// <param name="left">What of the line is neither committed nor reserved.</param>
    /// <param name="by">Who reserves.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="DomainException">It is more than what is left, the consortium has left, or a rule of the input is broken.</exception>
    public static BudgetReservation Reserve(BudgetLine line, Consortium consortium, BudgetReservationInput input, decimal left, Actor by, TimeProvider clock)
    {
        if (consortium.EndedOn is { } ended) throw new DomainException(EntitlementErrors.ConsortiumEnded, nameof(ConsortiumId), consortium.Key, ended);
        Money amount = Money.Of(input.Amount, line.Amount.Currency, nameof(Amount), nameof(Money.Currency))!;
        if (amount.Amount > left) throw new DomainException(EntitlementErrors.OverBudget, nameof(Amount), left, line.Amount.Currency, amount.Amount);
        return new BudgetReservation
        {
            Id = Ids.New(clock), BudgetLineId = line.Id, ConsortiumId = consortium.Id, Amount = amount, Purpose = Check.Prose(input.Purpose, nameof(Purpose), 2000), ReservedBy = by.Name, ReservedAt = clock.Instant(),
        };
    }

    /// <summary>Releases it; a second time changes nothing.</summary>
    public void Release(DateOnly on, string? reason)
    {
        if (ReleasedOn is not null) return;
        (ReleasedOn, ReleasedReason) = (on, Check.Prose(reason, "Reason", 2000));
    }
}

/// <summary>What an officer says of a reservation.</summary>
public sealed record BudgetReservationInput
{
    /// <summary>The line.</summary>
    public Guid? BudgetLineId { get; init; }

    /// <summary>For whom.</summary>
    public Guid? ConsortiumId { get; init; }

    /// <summary>How much, in the line's currency.</summary>
    public decimal? Amount { get; init; }

    /// <summary>What for.</summary>
    public string? Purpose { get; init; }
}
