using System.Globalization;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Compact;
using Serilog.Formatting.Display;

namespace Reckon.Cli.Hosting;

/// <summary>The log of a process of a cluster: on a stream of its own, where whatever runs the process collects it.</summary>
internal static class ServerLog
{
    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff} {Level:u3} {Message:lj}{NewLine}{Exception}";

    /// <summary>Opens it.</summary>
    /// <param name="settings">The form of its events, and where they go.</param>
    /// <param name="process">What the process is called, such as <c>worker 10.0.0.7:11111</c>.</param>
    public static Logger Open(LogSettings settings, string process) => new LoggerConfiguration()
        .MinimumLevel.Information()
        .MinimumLevel.Override("Orleans", LogEventLevel.Warning)
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("Polly", LogEventLevel.Warning)
        .Filter.ByExcluding(FrameworkEvents.IsIdle)
        .Filter.ByExcluding(new RepeatedEvents().Contains)
        .Enrich.WithProperty("Process", process)
        .WriteTo.Console(
            new BriefFormatter(FormatterOf(settings.Format)),
            standardErrorFromLevel: settings.To == LogTarget.Error ? LogEventLevel.Verbose : null)
        .CreateLogger();

    /// <summary>Where the process says something to people: <paramref name="terminal"/>, or the log if that has the terminal's output.</summary>
    public static Terminal TerminalOf(LogSettings settings, Logger log, Terminal terminal) =>
        settings.To == LogTarget.Error ? terminal : terminal with { Output = new LogWriter(log), Error = new LogWriter(log) };

    private static ITextFormatter FormatterOf(LogFormat format) => format == LogFormat.Json
        ? new CompactJsonFormatter()
        : new MessageTemplateTextFormatter(Line, CultureInfo.InvariantCulture);
}
