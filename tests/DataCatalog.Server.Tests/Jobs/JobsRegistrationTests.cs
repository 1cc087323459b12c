using DataCatalog.Server.Tests.Support;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;

namespace DataCatalog.Server.Tests.Jobs;

public sealed class JobsRegistrationTests
{
    [Fact]
    public async Task TwoServicesInOneProcess_KeepTheirJobsApart()
    {
        await using RegistryService first = await RegistryService.StartAsync();
        await using RegistryService second = await RegistryService.StartAsync();
        Assert.NotSame(first.Services.GetRequiredService<JobStorage>(), second.Services.GetRequiredService<JobStorage>());
        Assert.NotSame(first.Services.GetRequiredService<JobActivator>(), second.Services.GetRequiredService<JobActivator>());
    }
}
