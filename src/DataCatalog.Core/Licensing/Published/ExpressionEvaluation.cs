using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing.Published;

/// <summary>Works out what an expression means for an action: AND keeps all conditions, OR leaves the choice.</summary>
internal sealed class ExpressionEvaluation
{
    private static readonly ActionTerms Nothing = new(Standing.Silent);
    private readonly Dictionary<(string, bool), LicenceReading?> readings = [];
    private readonly IReadOnlyList<ReadingOverride> overrides;
    private readonly string? recipients;

    public ExpressionEvaluation(IReadOnlyList<ReadingOverride> overrides, string? recipients)
    {
        (this.overrides, this.recipients) = (overrides, recipients);
        foreach (ReadingOverride answer in overrides)
        {
            if (LicenceReadings.Of(answer.Licence) is null) throw new DomainException(PublishedErrors.ReadingUnknown, nameof(ReadingOverride.Licence), answer.Licence);
        }
    }

    /// <summary>The ways in which an action may be done.</summary>
    public IReadOnlyList<ActionTerms> For(LicenceExpression expression, string action) => expression switch
    {
        LicenceTerm term => One(term, action),
        LicenceList { Choice: true } list => list.Parts.Select(p => For(p, action)).Aggregate(ActionTerms.Or),
        LicenceList list => list.Parts.Select(p => For(p, action)).Aggregate(ActionTerms.And),
        _ => [Nothing],
    };

    /// <summary>The reading of a term's licence with the officer's answers in it, or null.</summary>
    public LicenceReading? Reading(LicenceTerm term)
    {
        if (readings.TryGetValue((term.Id, term.OrLater), out LicenceReading? known)) return known;
        return readings[(term.Id, term.OrLater)] = LicenceReadings.Of(term.Id, term.OrLater)?.With(overrides);
    }

    // An exception of the SPDX list only widens its licence, so the licence is what is decided by; what another addition does is not known.
    private IReadOnlyList<ActionTerms> One(LicenceTerm term, string action)
    {
        if (term.Addition is { } addition && SpdxExceptions.Canonical(addition) is null && !AddOnGrants.IsGrant(addition)) return [Nothing];
        ActionTerms own = Reading(term) is { } reading ? LicenceActions.Of(reading, action) : Nothing;
        return AddOnGrants.Of(term, action, recipients) is { } grant ? ActionTerms.Or([own], [grant]) : [own];
    }
}
