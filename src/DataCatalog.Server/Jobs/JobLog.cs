using Hangfire.AspNetCore;
using Hangfire.Logging;

namespace DataCatalog.Server.Jobs;

/// <summary>
/// Where the scheduler writes its log. It keeps one for the whole process, that of the host that was set up last; where that host has
/// ended, the others go on without a log rather than fail.
/// </summary>
/// <param name="loggers">The host's own.</param>
internal sealed class JobLog(ILoggerFactory loggers) : ILogProvider
{
    private readonly AspNetCoreLogProvider inner = new(loggers);

    /// <inheritdoc/>
    public ILog GetLogger(string name)
    {
        try
        {
            return inner.GetLogger(name);
        }
        catch (ObjectDisposedException)
        {
            return new Silence();
        }
    }

    private sealed class Silence : ILog
    {
        public bool Log(Hangfire.Logging.LogLevel logLevel, Func<string> messageFunc, Exception? exception = null) => false;
    }
}
