using System.Globalization;
using Reckon.Cli.Results;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Reckon.Cli.Running;

/// <summary>The log of a run, in its folder.</summary>
internal sealed class RunLog : IAsyncDisposable
{
    private const string FileName = "logs/reckon-.log"; // The date is inserted before the dot.

    private readonly Logger _logger;

    private RunLog(Logger logger) => _logger = logger;

    /// <summary>Where to write.</summary>
    public ILogger Logger => _logger;

    /// <summary>Opens the log of a run in <paramref name="folder"/>.</summary>
    public static RunLog Open(ResultsFolder folder) => new(new LoggerConfiguration()
        .MinimumLevel.Information()
        .MinimumLevel.Override("Orleans", LogEventLevel.Warning)
        .MinimumLevel.Override("Polly", LogEventLevel.Warning) // Orleans uses it for each placement, and it would log two lines each time.
        .WriteTo.File(folder.File(FileName), rollingInterval: RollingInterval.Day, formatProvider: CultureInfo.InvariantCulture)
        .CreateLogger());

    /// <summary>Closes the file. Never throws: a log that no longer fits the disk must not hide why the run ended.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _logger.DisposeAsync();
        }
        catch (IOException)
        {
            // Its last lines are lost.
        }
    }
}
