using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Reckon.Api;
using Reckon.Inference.Engines;
using Reckon.Inference.Onnx.Options;

namespace Reckon.Cli.Configuration;

/// <summary>All settings with their ranges. Options whose class declares its ranges need no line here.</summary>
internal static class KnownSettings
{
    private const int MostRows = 4_096; // Each row needs memory for a whole context, and more rows than fill any device gain nothing.
    private const int MostQueued = 1_000_000;
    private const int MostTokens = 10_000_000;
    private const int MostLogits = 1_000_000_000; // 4 GB.
    private const int MostDevices = 64;
    private const int MostPort = 65_535;

    /// <summary>All settings of a machine with <paramref name="processors"/> processors, in the order in which they are shown.</summary>
    public static ImmutableArray<Setting> On(int processors) =>
    [
        Engine(nameof(EngineOptions.MaxRows), 1, MostRows),
        Engine(nameof(EngineOptions.MaxQueuedChildren), 1, MostQueued),
        Engine(nameof(EngineOptions.MaxBatchTokens), 2, MostTokens),
        Engine(nameof(EngineOptions.MaxParkedRows), 1, MostRows),
        Engine(nameof(EngineOptions.MaxKeptTokens), 0, MostTokens),
        Engine(nameof(EngineOptions.MaxKeptLogits), 0, MostLogits),
        Execution(nameof(OnnxExecutionOptions.Provider), new ValueKind.Choice(typeof(ExecutionProvider))),
        Execution(nameof(OnnxExecutionOptions.Threads), new ValueKind.WholeNumber(1, processors, " (the processors of this machine)")),
        Execution(nameof(OnnxExecutionOptions.Device), new ValueKind.WholeNumber(0, MostDevices - 1)),
        Execution(nameof(OnnxExecutionOptions.PluginLibrary), new ValueKind.FilePath()),
        Execution(nameof(OnnxExecutionOptions.KeepsCacheOnDevice), new ValueKind.Truth()),
        Execution(nameof(OnnxExecutionOptions.HeadRewrite), new ValueKind.Choice(typeof(HeadRewrite))),
        Execution(nameof(OnnxExecutionOptions.LargeVocabulary), new ValueKind.WholeNumber(1, MostTokens)),
        Execution(nameof(OnnxExecutionOptions.TopLogits), new ValueKind.WholeNumber(1, MostTokens)),
        .. WithRanges(nameof(ReckonOptions.Router)),
        .. WithRanges(nameof(ReckonOptions.Coordinator)),
        Of(nameof(ReckonOptions.Strategies), nameof(StrategyOptions.Plugins), new ValueKind.FilePaths()),
        Cluster(nameof(ClusterSettings.Id), new ValueKind.Name()),
        Cluster(nameof(ClusterSettings.Redis), new ValueKind.RedisConnection()),
        Cluster(nameof(ClusterSettings.Address), new ValueKind.Address()),
        Cluster(nameof(ClusterSettings.SiloPort), new ValueKind.WholeNumber(0, MostPort)),
        Cluster(nameof(ClusterSettings.GatewayPort), new ValueKind.WholeNumber(0, MostPort)),
        Cluster(nameof(ClusterSettings.StatusUrl), new ValueKind.WebAddress()),
        Cluster(nameof(ClusterSettings.Grace), new ValueKind.Duration(TimeSpan.FromSeconds(1), TimeSpan.FromHours(1))),
        Cluster(nameof(ClusterSettings.NodeLifetime), new ValueKind.Duration(TimeSpan.Zero, TimeSpan.FromDays(3_650))),
        .. WithRanges(nameof(ReckonOptions.Membership)),
        Of(nameof(ReckonOptions.Worker), nameof(WorkerSettings.Proposers), new ValueKind.FilePaths()),
        Of(nameof(ReckonOptions.Worker), nameof(WorkerSettings.Verifiers), new ValueKind.FilePaths()),
        Of(nameof(ReckonOptions.Worker), nameof(WorkerSettings.Devices), new ValueKind.DeviceNumbers(MostDevices)),
        .. WithRanges(nameof(ReckonOptions.Simulated)),
        Api(nameof(ApiOptions.Url), new ValueKind.WebAddress()),
        Api(nameof(ApiOptions.Tokens), new ValueKind.FilePath()),
        Api(nameof(ApiOptions.Open), new ValueKind.Truth()),
        Api(nameof(ApiOptions.Certificate), new ValueKind.FilePath()),
        Api(nameof(ApiOptions.Models), new ValueKind.FilePaths()),
        .. WithRanges(nameof(ReckonOptions.Api)),
        Of(nameof(ReckonOptions.Client), nameof(ClientSettings.Server), new ValueKind.ServerAddress()),
        Of(nameof(ReckonOptions.Client), nameof(ClientSettings.SecretFile), new ValueKind.FilePath()),
        Of(nameof(ReckonOptions.Dashboard), nameof(DashboardSettings.Listen), new ValueKind.WebAddress()),
        Of(nameof(ReckonOptions.Telemetry), nameof(TelemetrySettings.Otlp), new ValueKind.ServerAddress()),
        Of(nameof(ReckonOptions.Log), nameof(LogSettings.Format), new ValueKind.Choice(typeof(LogFormat))),
        Of(nameof(ReckonOptions.Log), nameof(LogSettings.To), new ValueKind.Choice(typeof(LogTarget))),
    ];

    private static Setting Engine(string name, int min, int max) =>
        Of(nameof(ReckonOptions.Engine), name, new ValueKind.WholeNumber(min, max));

    private static Setting Cluster(string name, ValueKind kind) => Of(nameof(ReckonOptions.Cluster), name, kind);

    private static Setting Api(string name, ValueKind kind) => Of(nameof(ReckonOptions.Api), name, kind);

    private static Setting Execution(string name, ValueKind kind) => Of(nameof(ReckonOptions.Execution), name, kind);

    private static Setting Of(string section, string name, ValueKind kind) =>
        new(Section(section), Section(section).PropertyType.GetProperty(name)!, kind); // The name is that of the property.

    private static IEnumerable<Setting> WithRanges(string section) =>
        from property in Section(section).PropertyType.GetProperties()
        let range = property.GetCustomAttribute<RangeAttribute>()
        where range is not null
        select new Setting(Section(section), property, KindOf(range));

    private static ValueKind KindOf(RangeAttribute range) => range.OperandType == typeof(TimeSpan)
        ? new ValueKind.Duration(Time(range.Minimum), Time(range.Maximum))
        : new ValueKind.WholeNumber((int)range.Minimum, (int)range.Maximum);

    private static TimeSpan Time(object bound) => TimeSpan.Parse((string)bound, CultureInfo.InvariantCulture);

    private static PropertyInfo Section(string name) => typeof(ReckonOptions).GetProperty(name)!; // As above.
}
