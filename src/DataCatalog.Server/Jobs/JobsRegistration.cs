using DataCatalog.Core.Compliance.UseCases;
using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.InMemory;

namespace DataCatalog.Server.Jobs;

/// <summary>Adds the jobs and their dashboard.</summary>
public static class JobsRegistration
{
    /// <summary>Where the dashboard is.</summary>
    public const string DashboardPath = "/hangfire";

    /// <summary>
    /// Adds the scheduler in process. What is due stands in the registry's own rows; the scheduler only ticks, so it may forget everything at a restart.
    /// </summary>
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddScoped<RaiseExpiryAlerts>().AddScoped<PlanDigests>().AddScoped<DeliverAlerts>().AddScoped<ComposeMessage>();
        services.AddSingleton<AlertSignal>();
        services.AddLogging(logging => logging.AddFilter("Hangfire", LogLevel.Warning));
        // Of this service alone: what Hangfire's own configuration sets is shared by the whole process, and two services in one would run each other's jobs.
        services.AddSingleton<JobStorage>(_ => new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromHours(3) }));
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddHangfire((provider, hangfire) => hangfire
            .UseLogProvider(new JobLog(provider.GetRequiredService<ILoggerFactory>()))
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings());
        services.AddHangfireServer(server =>
        {
            server.WorkerCount = 4;
            server.SchedulePollingInterval = TimeSpan.FromSeconds(5);
            server.ShutdownTimeout = TimeSpan.FromSeconds(30);
        });
        return services.AddHostedService<AlertsLoop>();
    }

    /// <summary>Maps the dashboard; only programme administrators pass.</summary>
    public static IEndpointConventionBuilder MapJobs(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapHangfireDashboard(DashboardPath, new DashboardOptions
        {
            Authorization = [new DashboardDoor()],
            AppPath = "/",
            DashboardTitle = "DataCatalog jobs",
            DisplayStorageConnectionString = false,
        });
}
