using DataCatalog.Core.Common;
using DataCatalog.Core.Licensing.Odrl;
using DataCatalog.Core.Licensing.Sentences;
using DataCatalog.Core.Licensing.UseCheck;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Core.Entitlements.UseCases;

/// <summary>Terms as a consortium is told of them: what the agreement grants others, and at which price, is none of its conditions.</summary>
public sealed class ToldTerms(IRegistryDb db, Calendar calendar)
{
    /// <summary>The sentences of a version of an agreement's terms that concern a consortium; none where it is not there.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="version">Version of its terms.</param>
    /// <param name="consortium">Who is told.</param>
    /// <param name="language">In which language.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<string>> HandleAsync(Guid agreement, int version, Guid consortium, Language language, CancellationToken cancellation)
    {
        string? odrl = await db.Terms.Where(t => t.AgreementId == agreement && t.Version == version).Select(t => t.Odrl).FirstOrDefaultAsync(cancellation);
        return odrl is null ? [] : PlainWords.Of(await db.ToldToAsync(Policies.Read(odrl), consortium, cancellation), language, zone: calendar.Zone);
    }
}

/// <summary>Reads whom a consortium is one of, in order to tell it terms.</summary>
internal static class ToldTermsRead
{
    /// <summary>The part of a policy that a consortium is told.</summary>
    public static async Task<Policy> ToldToAsync(this IRegistryDb db, Policy policy, Guid consortium, CancellationToken cancellation)
    {
        Consortium told = await db.Consortia.AsNoTracking().Include(c => c.Lead).GetAsync(consortium, null, cancellation);
        string programme = (await db.Programmes.AsNoTracking().GetAsync(told.ProgrammeId, null, cancellation)).Key;
        return policy.ToldTo(Iris.Consortium(told.Key), [Iris.Organisation(told.Lead!.Key), Iris.Programme(programme)]);
    }
}
