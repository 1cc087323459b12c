using DataCatalog.Core.Search;
using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.IndexManagement;
using Elastic.Transport;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace DataCatalog.Search.Elastic;

/// <summary>
/// The right to rebuild, held by one instance at a time: a document in the cluster that its holder writes again and again. Who waits
/// sees by its own clock that it has not been written for long, so the instances' clocks need not agree.
/// </summary>
internal sealed class RebuildLock : IAsyncDisposable
{
    private const string Id = "rebuild";
    private const int Conflict = 409;
    private const int NotFound = 404;

    private readonly ElasticConnection connection;
    private readonly string index;
    private readonly TimeSpan lease;
    private readonly TimeProvider clock;
    private readonly CancellationTokenSource ended = new();
    private readonly CancellationTokenSource lost = new();
    private (long Sequence, long Term) written;
    private Task renewing = Task.CompletedTask;

    private RebuildLock(ElasticConnection connection, string index, TimeSpan lease, TimeProvider clock) =>
        (this.connection, this.index, this.lease, this.clock) = (connection, index, lease, clock);

    /// <summary>Cancelled when another instance has taken the lock over.</summary>
    public CancellationToken Lost => lost.Token;

    /// <summary>Takes the lock, once whoever holds it lets go of it or is silent for the lease.</summary>
    public static async Task<RebuildLock> TakeAsync(ElasticConnection connection, string index, TimeSpan lease, TimeProvider clock, CancellationToken cancellation)
    {
        var taken = new RebuildLock(connection, index, lease, clock);
        await taken.PrepareAsync(cancellation);
        (long Sequence, long Term)? seen = null;
        long since = clock.GetTimestamp();
        while (!await taken.TryWriteAsync(clock.GetElapsedTime(since) > lease ? seen : null, cancellation))
        {
            (long Sequence, long Term)? now = await taken.ReadAsync(cancellation);
            if (now != seen) (seen, since) = (now, clock.GetTimestamp());
            if (now is not null) await Task.Delay(lease / 30, clock, cancellation);
        }

        taken.renewing = taken.RenewAsync();
        return taken;
    }

    /// <summary>Lets go of the lock.</summary>
    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await renewing;
        try
        {
            var request = new DeleteRequest(index, Id) { IfSeqNo = written.Sequence, IfPrimaryTerm = written.Term };
            await connection.AskAsync(c => c.DeleteAsync(request), CancellationToken.None, NotFound, Conflict);
        }
        catch (SearchUnavailableException)
        {
            // It lapses by itself.
            return;
        }
        finally
        {
            ended.Dispose();
            lost.Dispose();
        }
    }

    private async Task PrepareAsync(CancellationToken cancellation)
    {
        PostData body = PostData.String("""{"settings":{"index":{"number_of_shards":1,"auto_expand_replicas":"0-1"}},"mappings":{"dynamic":"strict","properties":{"held":{"type":"boolean"}}}}""");
        await connection.AskAsync(c => c.Transport.RequestAsync<CreateIndexResponse>(new EndpointPath(HttpMethod.PUT, index), body, null, null, cancellation), cancellation, 400);
    }

    private async Task<(long, long)?> ReadAsync(CancellationToken cancellation)
    {
        GetResponse<Note> answer = await connection.AskAsync(c => c.GetAsync<Note>(new GetRequest(index, Id), cancellation), cancellation, NotFound);
        return answer.Found ? (answer.SeqNo!.Value, answer.PrimaryTerm!.Value) : null;
    }

    // Over what was read before, or where there is nothing.
    private async Task<bool> TryWriteAsync((long Sequence, long Term)? over, CancellationToken cancellation)
    {
        var request = new IndexRequest<Note>(new Note(true), index, Id) { OpType = over is null ? OpType.Create : null, IfSeqNo = over?.Sequence, IfPrimaryTerm = over?.Term };
        IndexResponse answer = await connection.AskAsync(c => c.IndexAsync(request, cancellation), cancellation, Conflict);
        if (answer.ApiCallDetails.HttpStatusCode == Conflict) return false;
        written = (answer.SeqNo!.Value, answer.PrimaryTerm!.Value);
        return true;
    }

    private async Task RenewAsync()
    {
        long last = clock.GetTimestamp();
        while (!ended.IsCancellationRequested)
        {
            await Task.Delay(lease / 6, clock, ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ended.IsCancellationRequested) return;
            try
            {
                if (!await TryWriteAsync(written, CancellationToken.None)) break;
                last = clock.GetTimestamp();
            }
            catch (SearchUnavailableException) when (clock.GetElapsedTime(last) < lease / 2)
            {
                continue;
            }
            catch (SearchUnavailableException)
            {
                break;
            }
        }

        await lost.CancelAsync();
    }

    private sealed record Note(bool Held);
}
