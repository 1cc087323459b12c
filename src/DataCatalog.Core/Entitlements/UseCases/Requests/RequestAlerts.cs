using DataCatalog.Core.Common;
using DataCatalog.Core.Compliance;
using DataCatalog.Core.Compliance.UseCases;
using DataCatalog.Core.Entitlements.Requests;

namespace DataCatalog.Core.Entitlements.UseCases.Requests;

/// <summary>Tells staff of requests that wait, and consortia of answers. The step is what is told of, so that two on one day are told both.</summary>
internal sealed class RequestAlerts(IRegistryDb db, DateOnly today, TimeProvider clock)
{
    /// <summary>Tells staff that the consortium asked, or answered a question.</summary>
    public Task WaitsAsync(AccessRequest request, Consortium consortium, CancellationToken cancellation) =>
        EventAlerts.RaiseAsync(db, [Of(SubjectKind.RequestWaiting, request, null, Name(consortium, "ko"), Name(consortium, "en"))], clock, cancellation);

    /// <summary>Tells the consortium that staff answered, and staff that nothing waits any longer.</summary>
    public async Task AnsweredAsync(AccessRequest request, CancellationToken cancellation)
    {
        await SettledAsync(request, cancellation);
        (string korean, string english) = request.Status switch
        {
            RequestStatus.Granted => ("허락", "granted"),
            RequestStatus.Refused => ("거절", "refused"),
            RequestStatus.Closed => ("종료", "closed"),
            _ => ("보완 질문", "asked back"),
        };
        await EventAlerts.RaiseAsync(db, [Of(SubjectKind.RequestAnswered, request, request.ConsortiumId, korean, english)], clock, cancellation);
    }

    /// <summary>Closes what staff were told of it.</summary>
    public Task SettledAsync(AccessRequest request, CancellationToken cancellation) =>
        EventAlerts.ResolveAsync(db, SubjectKind.RequestWaiting, [.. request.Steps.Select(s => s.Id)], cancellation);

    private static string Name(Consortium consortium, string language) => consortium.Name.In(language);

    private WatchedDate Of(SubjectKind kind, AccessRequest request, Guid? consortium, string korean, string english)
    {
        Guid? dataset = request.Items.Count == 1 ? request.Items[0].DatasetId : null;
        var subject = LocalizedText.Of($"{korean}, 데이터셋 {request.Items.Count}건", $"{english}, {request.Items.Count} {(request.Items.Count == 1 ? "dataset" : "datasets")}", nameof(Alert.Subject), 500);
        return new WatchedDate(kind, request.Steps[^1].Id, today, null, dataset, consortium, subject);
    }
}
