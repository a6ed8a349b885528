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

    /// <summary>The processor is told to be several devices.</summary>
    public static ClusterSettingException OneProcessor(string devices) => new(
        $"worker.devices: expected one device, as the processor is one, found {devices}. Give it more threads (--threads), name GPUs with"
        + " --device Cuda, or start further workers.");

    /// <summary>Simulated devices are told to serve models.</summary>
    public static ClusterSettingException SimulatedFolders() => new(
        "worker.proposers: expected no folder of a model, as simulated devices (--device Simulated) run none. Remove --proposer and"
        + " --verifier; sweeps name the models 'simulated-proposer' and 'simulated-verifier'.");

    /// <summary>A model is to be opened on simulated devices.</summary>
    public static ClusterSettingException SimulatedModel() => new(
        "execution.provider: expected a device that runs models, found Simulated, which opens none. Name another with --device.");

    /// <summary>A sweep is to run on simulated devices in one process.</summary>
    public static ClusterSettingException SimulatedRun() => new(
        "execution.provider: expected a device that runs models, as the sweep names some, found Simulated. Simulated devices are for"
        + " 'reckon worker' and 'reckon up'.");
}
