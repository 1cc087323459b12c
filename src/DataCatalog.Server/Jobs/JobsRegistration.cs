using DataCatalog.Core.Compliance.UseCases;
using DataCatalog.Core.Compliance.UseCases.Ends;
using DataCatalog.Core.Compliance.UseCases.Obligations;
using DataCatalog.Storage;
using Hangfire;
using Hangfire.AspNetCore;

namespace DataCatalog.Server.Jobs;

/// <summary>Adds the jobs and their dashboard.</summary>
public static class JobsRegistration
{
    /// <summary>Where the dashboard is.</summary>
    public const string DashboardPath = "/hangfire";

    /// <summary>
    /// Adds the scheduler and a server of it in this process.
    /// </summary>
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddScoped<RenewTacitly>().AddScoped<OwedAtRelease>().AddScoped<OwedReports>().AddScoped<RaiseObligations>();
        services.AddScoped<RaiseExpiryAlerts>().AddScoped<EscalateAlerts>().AddScoped<PlanDigests>().AddScoped<DeliverAlerts>().AddScoped<ComposeMessage>();
        services.AddSingleton<AlertSignal>();
        services.AddLogging(logging => logging.AddFilter("Hangfire", LogLevel.Warning));
        // Of this service alone: what Hangfire's own configuration sets is shared by the whole process, and two services in one would run each other's jobs.
        services.AddSingleton<JobStorage>(provider => JobStore.Open(provider.GetRequiredService<StorageOptions>()));
        services.AddSingleton<JobWatch>().AddSingleton<OneAtATime>();
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
