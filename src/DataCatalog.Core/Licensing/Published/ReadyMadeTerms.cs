using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing.Published;

/// <summary>Makes policies from published licences and their expressions; the same input always makes the same policy.</summary>
public static class ReadyMadeTerms
{
    /// <summary>The policy that a licence or an expression of licences means; null where no licence in it has a reading, or nothing follows from those that have.</summary>
    /// <param name="licence">A key or an SPDX expression.</param>
    /// <param name="overrides">An officer's answers in place of interpretations.</param>
    /// <param name="recipients">IRI of those a limited grant in it is for, as in <c>urn:programme:KEY</c>; null where no grant is limited.</param>
    public static Policy? Of(string licence, IReadOnlyList<ReadingOverride>? overrides = null, string? recipients = null) =>
        Of(LicenceExpression.Parse(licence), overrides, recipients);

    /// <inheritdoc cref="Of(string, IReadOnlyList{ReadingOverride}?, string?)"/>
    public static Policy? Of(LicenceExpression licence, IReadOnlyList<ReadingOverride>? overrides = null, string? recipients = null)
    {
        LicenceExpression canonical = licence.Canonical();
        var evaluation = new ExpressionEvaluation(overrides ?? [], recipients);
        return new TermsWriter(canonical, evaluation).Write();
    }

    /// <summary>How the licences of an expression are read, each once; those without a reading are left out.</summary>
    public static IReadOnlyList<LicenceReading> Readings(LicenceExpression licence, IReadOnlyList<ReadingOverride>? overrides = null) =>
        [.. licence.Terms.Select(t => new ExpressionEvaluation(overrides ?? [], null).Reading(t)).OfType<LicenceReading>().DistinctBy(r => r.Key)];

    /// <summary>The expression for licences stated side by side: all apply, and a grant is added to each KOGL type among them; null where only grants are stated.</summary>
    /// <remarks>A key that is no SPDX identifier stays as it is: a licence without a reading. So does a base that is limited to recipients, since its licence says nothing of the limit.</remarks>
    public static LicenceExpression? Stated(IEnumerable<StatedLicence> licences)
    {
        StatedLicence[] stated = [.. licences];
        string? addition = stated.FirstOrDefault(l => l.AddOn) is { } grant ? grant.Limited ? AddOnGrants.KoglSandbox : AddOnGrants.KoglAi : null;
        LicenceExpression[] bases = [.. stated.Where(l => !l.AddOn).Select(l => Base(l, addition))];
        return bases.Length == 0 ? null : LicenceExpression.AllOf(bases).Canonical();
    }

    private static LicenceExpression Base(StatedLicence stated, string? addition)
    {
        LicenceExpression expression = LicenceExpression.TryParse(stated.Key, out LicenceExpression? parsed) ? parsed : new LicenceTerm(stated.Key, orLater: false, addition: null);
        if (expression is not LicenceTerm { Addition: null } term) return expression;
        if (stated.Limited) return new LicenceTerm(term.Id, term.OrLater, "AdditionRef-limited");
        return addition is not null && term.Id.StartsWith("LicenseRef-KOGL-", StringComparison.Ordinal) ? new LicenceTerm(term.Id, term.OrLater, addition) : term;
    }
}

/// <summary>One of the licences stated for a dataset.</summary>
/// <param name="Key">Its key.</param>
/// <param name="AddOn">Whether it is a grant added to the others.</param>
/// <param name="Limited">Whether the grant is for named recipients only.</param>
public sealed record StatedLicence(string Key, bool AddOn = false, bool Limited = false);
