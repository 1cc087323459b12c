using System.Text;
using System.Text.Json;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.Odrl;

namespace DataCatalog.Core.Licensing;

/// <summary>What a policy must be to become terms that the registry decides by.</summary>
public static class TermsPolicy
{
    /// <summary>Reads a policy that someone sends as terms.</summary>
    /// <returns>The policy as its canonical form reads, so that paths fit that form, and the form.</returns>
    /// <exception cref="DomainException"><c>odrl-invalid</c> with the path of the fault, or <c>terms-contradict</c> with the two clauses.</exception>
    public static (Policy Policy, string Odrl) Read(JsonElement? element, string field) => Check(PolicyReader.Read(element, field), field);

    /// <summary>Checks a policy that was made otherwise, as from the short form.</summary>
    /// <inheritdoc cref="Read"/>
    public static (Policy Policy, string Odrl) Check(Policy policy, string field)
    {
        string odrl = PolicyWriter.Write(policy);
        if (Encoding.UTF8.GetByteCount(odrl) > PolicyLimits.MostBytes)
        {
            throw new DomainException(LicensingErrors.OdrlInvalid, field, "/", $"its canonical form is longer than {PolicyLimits.MostBytes / 1024} KiB");
        }

        Policy canonical = PolicyReader.Read(odrl, field);
        if (Contradictions.Of(policy, most: 1) is [var pair])
        {
            throw new DomainException(LicensingErrors.TermsContradict, field, Named(pair.Permission, pair.PermissionPath), Named(pair.Prohibition, pair.ProhibitionPath));
        }

        return (canonical, odrl);
    }

    private static string Named(Rule rule, string path) => rule.Clause is { } clause ? $"{path} ({clause.Article})" : path;
}
