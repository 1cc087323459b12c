using DataCatalog.Core.Access;

namespace DataCatalog.Server.Pages.Administration;

/// <summary>What is typed of a new key.</summary>
public sealed class KeyInput
{
    /// <summary>Whose it is.</summary>
    public string? Name { get; set; }

    /// <summary>The roles that are ticked.</summary>
    public List<string> Roles { get; set => field = value ?? []; } = [];

    /// <summary>The consortium, of a member.</summary>
    public string? ConsortiumId { get; set; }

    /// <summary>The last day on which it opens.</summary>
    public string? LastDay { get; set; }

    /// <summary>What the use case is told: a day is over at midnight where the programme is.</summary>
    public ApiKeyInput ToInput(Core.Common.Calendar calendar) =>
        new() { Name = Name, Roles = Roles, ConsortiumId = FormValue.Id(ConsortiumId), ExpiresAt = calendar.EndOf(FormValue.Day(LastDay, "ExpiresAt"))?.UtcDateTime };
}
