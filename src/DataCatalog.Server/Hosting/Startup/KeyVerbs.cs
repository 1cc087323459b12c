using DataCatalog.Core.Access;
using DataCatalog.Core.Access.UseCases;
using DataCatalog.Core.Common;
using DataCatalog.Server.Hosting.Auth;
using Microsoft.EntityFrameworkCore;

namespace DataCatalog.Server.Hosting.Startup;

/// <summary>Issues keys from the operator's command line.</summary>
internal static class KeyVerbs
{
    /// <summary>Issues a key and prints it once.</summary>
    public static async Task<int> IssueAsync(IServiceProvider services, string name, string roles, string? consortium)
    {
        Console.WriteLine(await MakeAsync(services, name, roles.Split(','), consortium));
        return 0;
    }

    /// <summary>Issues a key.</summary>
    /// <returns>Its secret.</returns>
    public static async Task<string> MakeAsync(IServiceProvider services, string name, IReadOnlyList<string> roles, string? consortium)
    {
        await using AsyncServiceScope scope = services.GetRequiredService<IServiceScopeFactory>().CreateScope(Actor.Registry);
        IRegistryDb db = scope.ServiceProvider.GetRequiredService<IRegistryDb>();
        Guid? id = consortium is null ? null : await db.Consortia.Where(c => c.Key == consortium).Select(c => (Guid?)c.Id).FirstOrDefaultAsync()
            ?? throw new DomainException(CommonErrors.NotFound, null, "Consortium", consortium);
        IssuedKey issued = await scope.ServiceProvider.GetRequiredService<IssueKey>().HandleAsync(new ApiKeyInput { Name = name, Roles = roles, ConsortiumId = id }, CancellationToken.None);
        return issued.Secret;
    }
}
