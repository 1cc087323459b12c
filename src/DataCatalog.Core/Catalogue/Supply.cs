using DataCatalog.Core.Common;

namespace DataCatalog.Core.Catalogue;

/// <summary>What the programme's supply rules need to know (domain rule 2b). Staff only: it tells who asked and what it cost.</summary>
public sealed record Supply
{
    /// <summary>Consortia that asked for it.</summary>
    public List<Guid> RequestedBy { get; init; } = [];

    /// <summary>For one consortium or several; null where not bought.</summary>
    public PurchaseKind? Purchase { get; init; }

    /// <summary>Name of another state programme that built it, which excludes it from funding; null where none did.</summary>
    public string? BuiltUnder { get; init; }

    /// <summary>What processing costs, or null.</summary>
    public decimal? ProcessingCost { get; init; }

    /// <summary>What the rightsholder is compensated with, or null.</summary>
    public decimal? Compensation { get; init; }

    /// <summary>ISO 4217 code of the two amounts; needed where one is given.</summary>
    public string? Currency { get; init; }

    /// <summary>The quality body's verdict on each stage.</summary>
    public List<QualityCheck> QualityChecks { get; init; } = [];

    /// <summary>Whether the programme may pay for it.</summary>
    public bool Fundable => BuiltUnder is null;

    /// <summary>Checks the facts.</summary>
    public Supply Checked(string field)
    {
        if (ProcessingCost is not null) Money.Of(ProcessingCost, Currency, field + "/ProcessingCost", field + "/Currency");
        if (Compensation is not null) Money.Of(Compensation, Currency, field + "/Compensation", field + "/Currency");
        return this with
        {
            RequestedBy = [.. (RequestedBy ?? []).Distinct()],
            Purchase = Purchase is { } kind ? Check.Defined(kind, field + "/Purchase") : null,
            BuiltUnder = Check.OptionalText(BuiltUnder, field + "/BuiltUnder", 300),
            Currency = string.IsNullOrWhiteSpace(Currency) ? null : Vocabulary.Currency(Currency, field + "/Currency"),
            QualityChecks = Check.Entries(QualityChecks, field + "/QualityChecks", (q, f) => q.Checked(f)),
        };
    }
}

/// <summary>The quality body's verdict on one stage of making a dataset.</summary>
public sealed record QualityCheck
{
    /// <summary>Which stage, as in <c>collection</c>, <c>cleaning</c>, <c>labelling</c>.</summary>
    public string Stage { get; init; } = "";

    /// <summary>Who checked.</summary>
    public string Body { get; init; } = "";

    /// <summary>When.</summary>
    public DateOnly CheckedOn { get; init; }

    /// <summary>Whether it passed.</summary>
    public bool Passed { get; init; }

    /// <summary>Checks the words.</summary>
    public QualityCheck Checked(string field) => this with
    {
        Stage = Check.Text(Stage, field + "/Stage", 100),
        Body = Check.Text(Body, field + "/Body", 300),
    };
}
