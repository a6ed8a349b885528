using System.Collections.Immutable;
using Reckon.Cli.Configuration;
using Reckon.Cli.Hosting;
using Reckon.Inference.Engines;
using Reckon.Inference.Onnx.Options;
using Reckon.Inference.Simulated;
using Reckon.Worker;

namespace Reckon.Cli.Running;

/// <summary>What a worker serves.</summary>
/// <param name="Devices">The engines of each of its devices, at least one.</param>
/// <param name="Models">What it tells of its models.</param>
internal sealed record WorkerModels(ImmutableArray<DeviceEngines> Devices, ServedModels Models)
{
    /// <summary>Ends a process whose settings name no models, or devices that cannot be.</summary>
    /// <exception cref="ClusterSettingException">They do.</exception>
    public static void Check(ReckonOptions options)
    {
        var hasFolders = !options.Worker.ProposerPaths.IsEmpty || !options.Worker.VerifierPaths.IsEmpty;
        ClusterSettingException? fault = (options.Execution.Provider, hasFolders) switch
        {
            (ExecutionProvider.Simulated, true) => ClusterSettingException.SimulatedFolders(),
            (not ExecutionProvider.Simulated, false) => ClusterSettingException.NoModels(),
            (ExecutionProvider.Cpu, _) when NumbersOf(options).Length > 1 => ClusterSettingException.OneProcessor(options.Worker.Devices!),
            _ => null,
        };
        if (fault is not null)
        {
            throw fault;
        }
    }

    /// <summary>Opens the models of <paramref name="folders"/> on each device, whose engines run as <paramref name="fitting"/> says.</summary>
    /// <exception cref="ModelRefusedException">They do not run there.</exception>
    public static async Task<WorkerModels> OpenAsync(
        ReckonOptions options, EngineOptions fitting, WorkerFolders folders, CancellationToken cancellationToken)
    {
        var devices = await new EngineSettings(fitting, options.Execution)
            .OpenAllAsync(NumbersOf(options), folders.Proposers, folders.Verifiers, cancellationToken);
        var readers = folders.Proposers.Concat(folders.Verifiers).Select(folder => new ModelReader(folder));
        return new WorkerModels(devices, new ServedModels(readers, devices.All(device => device.IsRepeatable)));
    }

    /// <summary>Devices that take their time and run nothing.</summary>
    public static WorkerModels Simulated(ReckonOptions options)
    {
        var (clock, rates) = (new SimulatedClock(), options.Simulated); // It runs as long as the process.
        return new WorkerModels(
            [
                .. NumbersOf(options).Select(_ => new DeviceEngines(
                    [new SimulatedProposer(clock, rates, options.Engine)], [new SimulatedVerifier(clock, rates, options.Engine)])),
            ],
            new ServedModels(
                [new SimulatedReader(SimulatedCards.Proposer(rates)), new SimulatedReader(SimulatedCards.Verifier(rates))], isRepeatable: true));
    }

    private static ImmutableArray<int> NumbersOf(ReckonOptions options) => options.Worker.DeviceNumbers(options.Execution.Device);
}
