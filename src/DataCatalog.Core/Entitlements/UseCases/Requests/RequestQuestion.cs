using DataCatalog.Core.Common;
using DataCatalog.Core.Entitlements.Requests;
using DataCatalog.Core.Entitlements.UseChecks;
using DataCatalog.Core.Licensing.UseCheck.Mix;

namespace DataCatalog.Core.Entitlements.UseCases.Requests;

/// <summary>Asks the use-check what a request asks: how things stand, recorded, and what they would be once granted.</summary>
public sealed class RequestQuestion(IRegistryDb db, IRegistryDbFactory rows, UseChecker checker, RecordDecision record)
{
    /// <summary>The answers; the first is of the caller's own sight, the second tells no more than an answer and, to staff, an agreement.</summary>
    internal async Task<RequestAnswer> AskAsync(AccessRequestInput input, CancellationToken cancellation)
    {
        DecidedUse decided = await checker.DecideAsync(db, Question(input), MixQuestion.MostItems, cancellation);
        IReadOnlyDictionary<Guid, Outlook> outlooks = await rows.UseAsync(all => new GrantForesight(all, checker).OutlooksAsync(decided.Asked, cancellation));
        return new RequestAnswer((await record.HandleAsync(decided, mix: decided.Asked.Datasets.Count > 1, cancellation)).Id, outlooks);
    }

    // A day that is past is asked about as of now: what was meant is to begin at once.
    private UseCheckInput Question(AccessRequestInput input) => new()
    {
        Consortium = input.ConsortiumId.ToString(), Actions = input.Actions, Datasets = [.. input.DatasetIds!.Select(d => d.ToString())], Model = input.ModelId?.ToString(),
        Territory = CommonQuestions.Territory, ReleaseLicence = input.ReleaseLicence,
        At = input.StartsOn > checker.Calendar.Today ? input.StartsOn.Value.ToString("O", System.Globalization.CultureInfo.InvariantCulture) : null,
    };
}

/// <summary>What the use-check answers to a request.</summary>
internal sealed record RequestAnswer(Guid DecisionId, IReadOnlyDictionary<Guid, Outlook> Outlooks);
