using DataCatalog.Core.Common;

namespace DataCatalog.Core.Catalogue;

/// <summary>An amount as a source states it, as in 304,340,415 tokens (domain rule 2a).</summary>
public sealed record Volume
{
    /// <summary>How many; not negative.</summary>
    public double Amount { get; init; }

    /// <summary>Of what, in the source's word, as in <c>tokens</c>, <c>hours</c>, <c>question-answer pairs</c>.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Checks the amount and its unit.</summary>
    public Volume Checked(string field)
    {
        Check.Finite(Amount, field + "/Amount");
        return this with { Unit = Check.Text(Unit, field + "/Unit", 100) };
    }
}
