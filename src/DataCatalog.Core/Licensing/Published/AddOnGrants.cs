using DataCatalog.Core.Common;

namespace DataCatalog.Core.Licensing.Published;

/// <summary>Grants added to a base licence (domain rule 2c): what they free, and for whom.</summary>
public static class AddOnGrants
{
    /// <summary>The AI mark of KOGL beside a type: training free of the type's conditions, for everyone.</summary>
    public const string KoglAi = "AdditionRef-KOGL-AI";

    /// <summary>The regulatory sandbox of September 2025: training on works of KOGL types 1 and 3 for named recipients, source named.</summary>
    public const string KoglSandbox = "AdditionRef-KOGL-Sandbox";

    private const string Freed = "train";

    /// <summary>Whether an addition is one of these grants.</summary>
    public static bool IsGrant(string addition) => addition is KoglAi or KoglSandbox;

    /// <summary>The way that a grant adds to an action of its base, or null where it adds none.</summary>
    internal static ActionTerms? Of(LicenceTerm term, string action, string? recipients)
    {
        if (action != Freed || !Takes(term)) return null;
        if (term.Addition == KoglAi) return Way("kogl-ai", KoglAi) with { Recipients = recipients };
        return Way("kogl-sandbox", KoglSandbox) with
        {
            Attribution = true,
            Recipients = recipients ?? throw new DomainException(PublishedErrors.RecipientsMissing, null, KoglSandbox),
        };
    }

    // The mark stands beside types 1 to 4; the sandbox opened types 1 and 3.
    private static bool Takes(LicenceTerm term) => term.Addition switch
    {
        KoglAi => term.Id is "LicenseRef-KOGL-1" or "LicenseRef-KOGL-2" or "LicenseRef-KOGL-3" or "LicenseRef-KOGL-4",
        KoglSandbox => term.Id is "LicenseRef-KOGL-1" or "LicenseRef-KOGL-3",
        _ => false,
    };

    private static ActionTerms Way(string ground, string grant) =>
        new(Standing.Permitted) { Reasons = [new Reason(grant, LicenceFeature.Training, LicenceReadings.Ground(ground), null)] };
}
