using Reckon.Api;
using Reckon.Coordinator.Routing;
using Reckon.Coordinator.Sweeps;
using Reckon.Inference.Engines;
using Reckon.Inference.Onnx.Options;
using Reckon.Inference.Simulated;

namespace Reckon.Cli.Configuration;

/// <summary>
/// How a process uses its machine, and which strategies it knows. Changes speed and memory, never a result. Each property is a
/// section of the configuration, and
/// each number in it a setting: see <see cref="KnownSettings"/>.
/// </summary>
internal sealed record ReckonOptions
{
    /// <summary>The engine of each model.</summary>
    public EngineOptions Engine { get; init; } = new();

    /// <summary>Where and how the models run.</summary>
    public OnnxExecutionOptions Execution { get; init; } = new();

    /// <summary>The routers.</summary>
    public RouterOptions Router { get; init; } = new();

    /// <summary>The coordinator of each sweep.</summary>
    public CoordinatorOptions Coordinator { get; init; } = new();

    /// <summary>The strategies that sweeps may name.</summary>
    public StrategyOptions Strategies { get; init; } = new();

    /// <summary>The cluster that a process belongs to.</summary>
    public ClusterSettings Cluster { get; init; } = new();

    /// <summary>How the cluster's processes watch one another.</summary>
    public MembershipSettings Membership { get; init; } = new();

    /// <summary>The models of a worker.</summary>
    public WorkerSettings Worker { get; init; } = new();

    /// <summary>How fast simulated devices are.</summary>
    public SimulatedRates Simulated { get; init; } = new();

    /// <summary>The HTTP API.</summary>
    public ApiOptions Api { get; init; } = new();

    /// <summary>The cluster that client commands call.</summary>
    public ClientSettings Client { get; init; } = new();

    /// <summary>The dashboard, where it runs alone.</summary>
    public DashboardSettings Dashboard { get; init; } = new();

    /// <summary>Where measurements and traces go.</summary>
    public TelemetrySettings Telemetry { get; init; } = new();

    /// <summary>The logs of a cluster's processes.</summary>
    public LogSettings Log { get; init; } = new();
}
