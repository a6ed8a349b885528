using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx;
using Reckon.Inference.Onnx.Options;
using Reckon.Worker;

namespace Reckon.Cli.Hosting;

/// <summary>How this process runs models. Changes speed and memory, never a result.</summary>
/// <param name="Engine">The engine of each model. Whether they take turns on the device is decided here.</param>
/// <param name="Execution">Where and how each model runs.</param>
internal sealed record EngineSettings(EngineOptions Engine, OnnxExecutionOptions Execution)
{
    private const int Models = 2;

    /// <summary>Opens a proposer and a verifier, side by side: each has a thread of its own.</summary>
    /// <exception cref="ModelRefusedException">With all faults of both that could be found, each with a remedy.</exception>
    public async Task<DeviceEngines> OpenAsync(string proposerFolder, string verifierFolder)
    {
        var isProcessor = Execution.Provider == ExecutionProvider.Cpu;
        var isShared = SharedDevice.IsNeeded(isProcessor, Environment.ProcessorCount, Models * Execution.Threads);
        var options = Engine with { Device = isShared ? new SharedDevice(TimeProvider.System) : null };
        var proposer = Task.Run(() => InferenceEngines.OpenProposer(proposerFolder, options, Execution));
        var verifier = Task.Run(() => InferenceEngines.OpenVerifier(verifierFolder, options, Execution));
        await Task.WhenAll(proposer, verifier).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (proposer.IsCompletedSuccessfully && verifier.IsCompletedSuccessfully)
        {
            return new DeviceEngines([await proposer], [await verifier]);
        }

        await CloseAsync(proposer);
        await CloseAsync(verifier);
        Exception?[] faults = [proposer.Exception?.InnerException, verifier.Exception?.InnerException];
        throw faults.FirstOrDefault(fault => fault is not (null or ModelLoadException)) // What is not understood says more.
            ?? new ModelRefusedException([.. faults.OfType<ModelLoadException>()]);
    }

    private static async Task CloseAsync<TEngine>(Task<TEngine> opened)
        where TEngine : IAsyncDisposable
    {
        if (opened.IsCompletedSuccessfully)
        {
            await (await opened).DisposeAsync();
        }
    }
}
