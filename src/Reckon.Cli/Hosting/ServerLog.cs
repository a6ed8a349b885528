using System.Globalization;
using Reckon.Cli.Configuration;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Compact;
using Serilog.Formatting.Display;

namespace Reckon.Cli.Hosting;

/// <summary>The log of a process of a cluster: on standard error, where whatever runs the process collects it.</summary>
internal static class ServerLog
{
    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff} {Level:u3} {Message:lj}{NewLine}{Exception}";

    /// <summary>Opens it.</summary>
    /// <param name="format">The form of its events.</param>
    /// <param name="process">What the process is called, such as <c>worker 10.0.0.7:11111</c>.</param>
    public static Logger Open(LogFormat format, string process) => new LoggerConfiguration()
        .MinimumLevel.Information()
        .MinimumLevel.Override("Orleans", LogEventLevel.Warning)
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("Polly", LogEventLevel.Warning)
        .Filter.ByExcluding(FrameworkEvents.IsIdle)
        .Filter.ByExcluding(new RepeatedEvents().Contains)
        .Enrich.WithProperty("Process", process)
        .WriteTo.Console(new BriefFormatter(FormatterOf(format)), standardErrorFromLevel: LogEventLevel.Verbose)
        .CreateLogger();

    private static ITextFormatter FormatterOf(LogFormat format) => format == LogFormat.Json
        ? new CompactJsonFormatter()
        : new MessageTemplateTextFormatter(Line, CultureInfo.InvariantCulture);
}
