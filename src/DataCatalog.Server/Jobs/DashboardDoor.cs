using DataCatalog.Core.Common;
using Hangfire.Dashboard;

namespace DataCatalog.Server.Jobs;

/// <summary>Lets programme administrators see the jobs, and nobody else.</summary>
internal sealed class DashboardDoor : IDashboardAuthorizationFilter
{
    /// <inheritdoc/>
    public bool Authorize(DashboardContext context) =>
        context.GetHttpContext().RequestServices.GetRequiredService<Actor>().Roles.HasFlag(Roles.ProgrammeAdmin);
}
