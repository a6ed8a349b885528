using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx;
using Reckon.Inference.Onnx.Options;
using Reckon.Worker;

namespace Reckon.Cli.Hosting;

/// <summary>How this process runs models. Changes speed and memory, never a result.</summary>
/// <param name="Rows">Continuations that the proposer runs at once, at least 1.</param>
/// <param name="Threads">Threads of each model, at least 1.</param>
/// <param name="Provider">The device.</param>
internal sealed record EngineSettings(int Rows, int Threads, ExecutionProvider Provider)
{
    private const int Models = 2;

    /// <summary>Opens a proposer and a verifier, side by side: each has a thread of its own.</summary>
    /// <exception cref="ModelRefusedException">With all faults of both that could be found, each with a remedy.</exception>
    public async Task<DeviceEngines> OpenAsync(string proposerFolder, string verifierFolder)
    {
        var isShared = SharedDevice.IsNeeded(Provider == ExecutionProvider.Cpu, Environment.ProcessorCount, Models * Threads);
        var options = new EngineOptions { MaxRows = Rows, Device = isShared ? new SharedDevice(TimeProvider.System) : null };
        var execution = new OnnxExecutionOptions { Provider = Provider, Threads = Threads };
        var proposer = Task.Run(() => InferenceEngines.OpenProposer(proposerFolder, options, execution));
        var verifier = Task.Run(() => InferenceEngines.OpenVerifier(verifierFolder, options, execution));
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
