using System.Collections.Immutable;
using Reckon.Api;
using Reckon.Cli.Configuration;
using Reckon.Coordinator.Sweeps;
using Reckon.Inference.Engines;
using Reckon.Inference.Onnx.Options;

namespace Reckon.Cli.CommandLine;

/// <summary>An option that sets a setting.</summary>
/// <param name="Group">The commands that have it.</param>
/// <param name="Name">Its name, with dashes.</param>
/// <param name="Value">What its value is called.</param>
/// <param name="Property">The setting's property.</param>
/// <param name="Description">What it is for.</param>
/// <param name="IsList">Whether it may be given more than once.</param>
internal sealed record SettingFlag(
    FlagGroups Group, string Name, string Value, string Property, string Description, bool IsList = false)
{
    private static readonly string _devices = string.Join(", ", Enum.GetNames<ExecutionProvider>());

    /// <summary>All of them.</summary>
    public static ImmutableArray<SettingFlag> All { get; } =
    [
        new(FlagGroups.Strategies, "--plugin", "FILE.dll", nameof(StrategyOptions.Plugins),
            "An assembly whose strategies the sweep may name; may be given more than once. Its code is run.", IsList: true),
        new(FlagGroups.Engine, "--rows", "N", nameof(EngineOptions.MaxRows),
            "Rows of the proposer's batch, each with memory for a whole context."),
        new(FlagGroups.Engine, "--threads", "N", nameof(OnnxExecutionOptions.Threads), "Threads of each model."),
        new(FlagGroups.Search, "--problems", "N", nameof(CoordinatorOptions.MaxProblemsRunning),
            "The most problems of a sweep that run at once; how many do follows the workers."),
        new(FlagGroups.Engine, "--device", "DEVICE", nameof(OnnxExecutionOptions.Provider),
            $"Where models run: {_devices}. A GPU needs a build with OrtFlavor=Gpu or CudaPlugin; Simulated is for workers without models."),
        new(FlagGroups.Cluster, "--redis", "HOST:PORT", nameof(ClusterSettings.Redis), "The cluster's Redis, with options after commas."),
        new(FlagGroups.Cluster, "--cluster", "ID", nameof(ClusterSettings.Id), "The cluster's id."),
        new(FlagGroups.Silo, "--address", "IP", nameof(ClusterSettings.Address), "The address by which other processes reach this one."),
        new(FlagGroups.Silo, "--port", "N", nameof(ClusterSettings.SiloPort), "The port for the cluster's other processes; 0 for any."),
        new(FlagGroups.Silo, "--status-url", "URL", nameof(ClusterSettings.StatusUrl), "Where it answers /health/… and /metrics over HTTP."),
        new(FlagGroups.Process, "--grace", "TIME", nameof(ClusterSettings.Grace),
            "How long what has begun may be finished when the process is asked to stop."),
        new(FlagGroups.Process, "--log", "FORMAT", nameof(LogSettings.Format), "The form of the log: Text or Json."),
        new(FlagGroups.Process, "--log-to", "TARGET", nameof(LogSettings.To),
            "Where the log goes: Error, or Output, where every line is then an event of the log."),
        new(FlagGroups.Gateway, "--gateway-port", "N", nameof(ClusterSettings.GatewayPort), "The port for clients; 0 for any."),
        new(FlagGroups.Models, "--proposer", "FOLDER", nameof(WorkerSettings.Proposers),
            "A proposer to serve; may be given more than once.", IsList: true),
        new(FlagGroups.Models, "--verifier", "FOLDER", nameof(WorkerSettings.Verifiers),
            "A verifier to serve; may be given more than once.", IsList: true),
        new(FlagGroups.Models, "--devices", "N,N", nameof(WorkerSettings.Devices),
            "The numbers of the devices that it serves, each a worker of its own."),
        new(FlagGroups.Client, "--server", "URL", nameof(ClientSettings.Server), "Where the cluster's API is."),
        new(FlagGroups.Client, "--secret-file", "FILE", nameof(ClientSettings.SecretFile), "A file that holds the secret of your token."),
        new(FlagGroups.Dashboard, "--listen", "URL", nameof(DashboardSettings.Listen), "Where the dashboard listens; port 0 for any."),
        new(FlagGroups.Api, "--url", "URL", nameof(ApiOptions.Url), "Where it listens."),
        new(FlagGroups.Api, "--tokens", "FILE", nameof(ApiOptions.Tokens), "Who may call: a line 'ROLE NAME SECRET' for each."),
        new(FlagGroups.Api, "--open", "BOOL", nameof(ApiOptions.Open),
            "True lets everybody do everything without a token; on a loopback address only."),
        new(FlagGroups.Api, "--certificate", "FILE", nameof(ApiOptions.Certificate), "Certificate and key for https, as PEM."),
        new(FlagGroups.Api, "--model", "FOLDER", nameof(ApiOptions.Models),
            "A model that sweeps may name while no worker serves it; may be given more than once.", IsList: true),
    ];
}
