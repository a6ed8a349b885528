using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx;
using Reckon.Inference.Onnx.Options;
using Reckon.Worker;

namespace Reckon.Cli.Hosting;

/// <summary>How this process runs models. Changes speed and memory, never a result.</summary>
/// <param name="Engine">The engine of each model. Whether the engines take turns on the device is decided here.</param>
/// <param name="Execution">Where and how each model runs.</param>
internal sealed record EngineSettings(EngineOptions Engine, OnnxExecutionOptions Execution)
{
    /// <summary>Opens the proposer and, if there is one, the verifier, side by side: each has a thread of its own.</summary>
    /// <param name="proposer">The proposer's folder, read and checked.</param>
    /// <param name="verifier">The verifier's; null for a run without one.</param>
    /// <exception cref="ModelRefusedException">All faults of both that could be found, each with a remedy.</exception>
    public async Task<DeviceEngines> OpenAsync(ModelFolder proposer, ModelFolder? verifier)
    {
        var options = OptionsFor(models: verifier is null ? 1 : 2);
        Task<IProposerEngine>[] proposers = [Task.Run(() => InferenceEngines.OpenProposer(proposer, options, Execution))];
        Task<IVerifierEngine>[] verifiers = verifier is null
            ? []
            : [Task.Run(() => InferenceEngines.OpenVerifier(verifier, options, Execution))];
        Task[] opening = [.. proposers, .. verifiers];
        await Task.WhenAll(opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var faults = opening.Select(opened => opened.Exception?.InnerException).OfType<Exception>().ToArray();
        if (faults.Length == 0)
        {
            return new DeviceEngines(await Task.WhenAll(proposers), await Task.WhenAll(verifiers));
        }

        await CloseAsync(proposers);
        await CloseAsync(verifiers);
        throw faults.FirstOrDefault(fault => fault is not ModelLoadException) // An unexpected failure tells more.
            ?? new ModelRefusedException([.. faults.OfType<ModelLoadException>()]);
    }

    private EngineOptions OptionsFor(int models)
    {
        var isShared = SharedDevice.IsNeeded(
            Execution.Provider == ExecutionProvider.Cpu, Environment.ProcessorCount, models * Execution.Threads);
        return Engine with { Device = isShared ? new SharedDevice(TimeProvider.System) : null };
    }

    private static async Task CloseAsync<TEngine>(Task<TEngine>[] opening)
        where TEngine : IAsyncDisposable
    {
        foreach (var opened in opening.Where(opened => opened.IsCompletedSuccessfully))
        {
            await (await opened).DisposeAsync();
        }
    }
}
