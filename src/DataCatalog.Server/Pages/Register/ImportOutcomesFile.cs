using DataCatalog.Core.Common;

namespace DataCatalog.Server.Pages.Register;

/// <summary><c>GET /register/import/{id}/outcomes.jsonl</c>: what became of every row, for whoever began the import.</summary>
public static class ImportOutcomesFile
{
    /// <summary>Maps the address.</summary>
    public static void MapImportOutcomes(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/register/import/{id:guid}/outcomes.jsonl", Give);

    private static IResult Give(Guid id, Actor actor, ImportRuns runs) =>
        runs.Find(id, actor) is { IsOver: true } run && File.Exists(run.Outcomes)
            ? Results.File(Path.GetFullPath(run.Outcomes), "application/x-ndjson", $"import-{id}.jsonl")
            : throw new DomainException(CommonErrors.NotFound, null, "import", id);
}
