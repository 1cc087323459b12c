using System.Globalization;
using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Sentences;
using DataCatalog.Core.Licensing.ShortForm;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Pages.Agreements;

/// <summary>What can be chosen in the form of an agreement.</summary>
/// <param name="Licensors">Organisations.</param>
/// <param name="BudgetLines">Budget lines.</param>
/// <param name="Parties">Organisations and consortia as parties.</param>
public sealed record AgreementChoices(IReadOnlyList<(string Value, string Text)> Licensors, IReadOnlyList<(string Value, string Text)> BudgetLines, IReadOnlyList<(string Value, string Text)> Parties)
{
    private const int Most = 1000;

    /// <summary>Reads them.</summary>
    public static async Task<AgreementChoices> ReadAsync(IRegistryDb db, Viewer viewer, CancellationToken cancellation)
    {
        var organisations = await db.Organisations.AsNoTracking().OrderBy(o => o.Key).Take(Most).Select(o => new { o.Id, o.Name }).ToListAsync(cancellation);
        var consortia = await db.Consortia.AsNoTracking().OrderBy(c => c.Key).Take(Most).Select(c => new { c.Id, c.Name }).ToListAsync(cancellation);
        var lines = await db.BudgetLines.AsNoTracking().OrderBy(b => b.Id).Take(Most).Select(b => new { b.Id, b.Name }).ToListAsync(cancellation);
        return new(
            [.. organisations.Select(o => (o.Id.ToString(), viewer.Text(o.Name)))], [.. lines.Select(l => (l.Id.ToString(), viewer.Text(l.Name)))],
            [.. consortia.Select(c => ("c:" + c.Id, viewer.Text(c.Name))), .. organisations.Select(o => ("o:" + o.Id, viewer.Text(o.Name)))]);
    }

    /// <summary>A party as the form holds it: <c>Licensee:c:id</c>.</summary>
    public static string PartyText(AgreementPartyInput party) => $"{party.Role}:{(party.ConsortiumId is { } c ? "c:" + c : "o:" + party.OrganisationId)}";

    /// <summary>The party again, or null where it names none.</summary>
    public static AgreementPartyInput? PartyOf(string text) => text.Split(':') is [var role, var kind, var id] && Enum.TryParse(role, out PartyRole named) && Guid.TryParse(id, out Guid of)
        ? new AgreementPartyInput { Role = named, ConsortiumId = kind == "c" ? of : null, OrganisationId = kind == "c" ? null : of }
        : null;
}

/// <summary>A paper as the form holds it between its posts.</summary>
internal static class PaperText
{
    /// <summary>The paper as a text.</summary>
    public static string Write(AgreementDocumentInput paper) => string.Join('\t', paper.Sha256, paper.Bytes?.ToString(CultureInfo.InvariantCulture), paper.MediaType, paper.Name);

    /// <summary>The paper again, or null where it names none.</summary>
    public static AgreementDocumentInput? Read(string text) => text.Split('\t', 4) is [var hash, var bytes, var type, var name] && long.TryParse(bytes, CultureInfo.InvariantCulture, out long size)
        ? new AgreementDocumentInput { Sha256 = hash, Bytes = size, MediaType = type, Name = name }
        : null;
}

/// <summary>Terms that are not kept yet, in sentences.</summary>
internal static class TermsText
{
    /// <summary>What they say.</summary>
    /// <exception cref="DomainException">They cannot be read, or contradict themselves.</exception>
    public static IReadOnlyList<string> Sentences(string text, string? number, Viewer viewer)
    {
        Policy policy = ShortTerms.Parse(text, Iris.Agreement(FormValue.Said(number) ?? "new") + ":terms:1", viewer.Calendar.Zone, "Short");
        return PlainWords.Of(TermsPolicy.Check(policy, "Short").Policy, viewer.Sentences, zone: viewer.Calendar.Zone);
    }
}
