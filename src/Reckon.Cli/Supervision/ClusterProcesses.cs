using System.Collections.Immutable;
using System.Globalization;
using Reckon.Api;
using Reckon.Cli.Configuration;
using Reckon.Cli.Hosting;

namespace Reckon.Cli.Supervision;

/// <summary>Which processes a cluster on one machine has. Pure.</summary>
internal static class ClusterProcesses
{
    // A coordinator keeps little and makes much that is soon garbage: a heap that is not kept small is collected for half the time.
    private static readonly ImmutableDictionary<string, string> _collector =
        ImmutableDictionary<string, string>.Empty.Add("DOTNET_GCDynamicAdaptationMode", "0");

    /// <summary>A coordinator, the API and <paramref name="workers"/> workers, all with the settings that are in effect.</summary>
    /// <param name="redis">Their store.</param>
    /// <param name="cluster">Their cluster's id.</param>
    /// <param name="workers">How many, from 0.</param>
    /// <param name="options">What the models are and how they run.</param>
    /// <param name="configuration">The configuration file that was named; null for none.</param>
    public static ImmutableArray<ChildSpec> Of(
        string redis, string cluster, int workers, ReckonOptions options, string? configuration)
    {
        ImmutableArray<string> common =
        [
            StopSignal.AttachedOption, "--log-to", $"{LogTarget.Error}", "--redis", redis, "--cluster", cluster,
            .. configuration is null ? (string[])[] : ["--config", configuration],
        ];
        return
        [
            new ChildSpec("coordinator", ["coordinator", .. common, .. Plugins(options)]) { Variables = _collector },
            new ChildSpec("api", ["api", .. common, .. Plugins(options), .. Doors(options.Api)]),
            .. Enumerable.Range(1, workers).Select(number => new ChildSpec(
                string.Create(CultureInfo.InvariantCulture, $"worker-{number}"), ["worker", .. common, .. Models(options)])),
        ];
    }

    private static IEnumerable<string> Plugins(ReckonOptions options) =>
        options.Strategies.PluginPaths.SelectMany(path => (string[])["--plugin", path]);

    // Without tokens everybody on this machine may call: that is refused where others could.
    private static IEnumerable<string> Doors(ApiOptions api) =>
    [
        "--url", api.Url, .. api.Tokens is { } tokens ? (string[])["--tokens", tokens] : ["--open", "true"],
        .. api.Models is null ? [] : ValueKind.FilePaths.Split(api.Models).SelectMany(path => (string[])["--model", path]),
    ];

    private static IEnumerable<string> Models(ReckonOptions options) =>
    [
        .. options.Worker.ProposerPaths.SelectMany(path => (string[])["--proposer", path]),
        .. options.Worker.VerifierPaths.SelectMany(path => (string[])["--verifier", path]),
        "--rows", options.Engine.MaxRows.ToString(CultureInfo.InvariantCulture),
        "--threads", options.Execution.Threads.ToString(CultureInfo.InvariantCulture),
        "--device", $"{options.Execution.Provider}",
        .. options.Worker.Devices is { } devices ? (string[])["--devices", devices] : [],
    ];
}
