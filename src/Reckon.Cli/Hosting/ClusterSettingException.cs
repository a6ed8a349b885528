using Reckon.Cli.Output;

namespace Reckon.Cli.Hosting;

/// <summary>A process of a cluster cannot start with its settings. Nothing was started.</summary>
internal sealed class ClusterSettingException(string message) : CommandException(message, Output.ExitCode.Usage)
{
    /// <summary>There is no Redis.</summary>
    public static ClusterSettingException NoRedis() => new(
        "cluster.redis: a process of a cluster needs a Redis. Name it with --redis HOST:PORT, RECKON__Cluster__Redis,"
        + " or 'cluster: { redis: … }' in reckon.yaml. 'reckon up' starts a cluster with a store of its own.");

    /// <summary>A worker has no models.</summary>
    public static ClusterSettingException NoModels() => new(
        "worker.proposers: a worker needs a model. Name folders with --proposer FOLDER and --verifier FOLDER.");
}
