using Serilog.Core;
using Serilog.Events;

namespace Reckon.Cli.Hosting;

/// <summary>Tells what frameworks log from what the program logs itself.</summary>
internal static class FrameworkEvents
{
    private static readonly string[] _frameworks = ["Orleans", "Microsoft", "Polly", "StackExchange"];

    // At every start they tell of the machine's uptime and of the collector, and nothing that anybody could act on.
    private static readonly string[] _idle = ["Orleans.Runtime.Watchdog", "Orleans.Runtime.SiloOptionsLogger"];

    /// <summary>Whether <paramref name="occurred"/> comes from a framework and does not end the process.</summary>
    public static bool Contains(LogEvent occurred) => occurred.Level < LogEventLevel.Fatal && IsFrom(occurred, _frameworks);

    /// <summary>Whether <paramref name="occurred"/> is of no use to anybody.</summary>
    public static bool IsIdle(LogEvent occurred) => IsFrom(occurred, _idle);

    /// <summary>Where <paramref name="occurred"/> comes from; empty where it does not say so.</summary>
    public static string SourceOf(LogEvent occurred) =>
        occurred.Properties.TryGetValue(Constants.SourceContextPropertyName, out var source) && source is ScalarValue { Value: string name }
            ? name : "";

    private static bool IsFrom(LogEvent occurred, string[] names)
    {
        var source = SourceOf(occurred);
        return names.Any(name => source.StartsWith(name, StringComparison.Ordinal));
    }
}
