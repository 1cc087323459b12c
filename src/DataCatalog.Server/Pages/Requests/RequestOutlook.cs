using System.Text.Json;
using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.Requests;
using DataCatalog.Core.Entitlements.UseCases;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Pages.Requests;

/// <summary>What each action that a request asks for would come to, dataset by dataset, by the terms under which it could be granted. Staff alone may ask.</summary>
public sealed class RequestOutlook(IRegistryDb db, TryTerms trying, DecisionWords words, DateOnly today)
{
    private const int MostAgreements = 5, MostDatasets = 20;

    /// <summary>Asks, with an answer for each dataset and action; none where the terms of an agreement cannot be asked.</summary>
    public async Task<IReadOnlyList<DatasetAnswer>> AskAsync(AccessRequest request, IReadOnlyList<ItemRow> items, CancellationToken cancellation)
    {
        List<DatasetAnswer> told = [];
        DateOnly day = request.StartsOn is { } start && start > today ? start : today;
        foreach (IGrouping<(Guid Id, string Number), ItemRow> agreement in items.Where(i => i.Agreement is not null).Take(MostDatasets).GroupBy(i => i.Agreement!.Value).Take(MostAgreements))
        {
            if (await TermsAsync(agreement.Key.Id, day, cancellation) is not { } odrl) continue;
            try
            {
                told.AddRange((await trying.HandleAsync(new TermsInput { Odrl = odrl }, agreement.Key.Number, Question(request, agreement, day), words, cancellation)).Answers);
            }
            catch (DomainException)
            {
                // The consortium or its model may have left since; the rest of the page stands.
            }
        }

        return told;
    }

    private async Task<JsonElement?> TermsAsync(Guid agreement, DateOnly day, CancellationToken cancellation)
    {
        string? odrl = await db.Terms.AsNoTracking().Where(t => t.AgreementId == agreement && t.EffectiveFrom <= day)
            .OrderByDescending(t => t.EffectiveFrom).ThenByDescending(t => t.Version).Select(t => t.Odrl).FirstOrDefaultAsync(cancellation);
        return odrl is null ? null : JsonElement.Parse(odrl);
    }

    private UseCheckInput Question(AccessRequest request, IEnumerable<ItemRow> items, DateOnly day) => new()
    {
        Consortium = request.ConsortiumId.ToString(), Actions = request.Actions, Datasets = [.. items.Select(i => i.Key)], Model = request.ModelId?.ToString(), Territory = "KR",
        ReleaseLicence = request.ReleaseLicence, At = day > today ? FormValue.Text(day) : null,
    };
}
