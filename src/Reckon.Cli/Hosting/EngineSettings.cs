using System.Collections.Immutable;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx;
using Reckon.Inference.Onnx.Options;
using Reckon.Inference.Remote;
using Reckon.Worker;

namespace Reckon.Cli.Hosting;

/// <summary>How this process runs models. Changes speed and memory, never a result.</summary>
/// <param name="Engine">The engine of each model. Whether the engines take turns on the device is decided here.</param>
/// <param name="Execution">Where and how each model runs.</param>
internal sealed record EngineSettings(EngineOptions Engine, OnnxExecutionOptions Execution)
{
    /// <summary>Opens models side by side: each has a thread of its own.</summary>
    /// <param name="proposers">The proposers' folders, read and checked.</param>
    /// <param name="verifiers">The verifiers'.</param>
    /// <exception cref="ModelRefusedException">All faults that could be found in any, each with a remedy.</exception>
    public async Task<DeviceEngines> OpenAsync(ImmutableArray<ModelFolder> proposers, ImmutableArray<ModelFolder> verifiers)
    {
        var options = OptionsFor(proposers.Length + verifiers.Length);
        Task<IProposerEngine>[] writers =
            [.. proposers.Select(folder => Task.Run(() => OpenAsync(folder, options)))];
        Task<IVerifierEngine>[] judges =
            [.. verifiers.Select(folder => Task.Run(() => InferenceEngines.OpenVerifier(folder, Fit(folder, options), Execution)))];
        Task[] opening = [.. writers, .. judges];
        await Task.WhenAll(opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var faults = opening.Select(opened => opened.Exception?.InnerException).OfType<Exception>().ToArray();
        if (faults.Length == 0)
        {
            return new DeviceEngines(await Task.WhenAll(writers), await Task.WhenAll(judges));
        }

        await CloseAsync(writers);
        await CloseAsync(judges);
        throw faults.FirstOrDefault(fault => fault is not ModelLoadException) // An unexpected failure tells more.
            ?? new ModelRefusedException([.. faults.OfType<ModelLoadException>()]);
    }

    private async Task<IProposerEngine> OpenAsync(ModelFolder folder, EngineOptions options) => folder.Remote is { } remote
        ? await RemoteProposerEngine.OpenAsync(
            folder, options, remote.KeyVariable is { } name ? Environment.GetEnvironmentVariable(name) : null)
        : InferenceEngines.OpenProposer(folder, Fit(folder, options), Execution);

    // Of a GPU's memory nothing is known before it is asked for.
    private EngineOptions Fit(ModelFolder folder, EngineOptions options) => Execution.Provider == ExecutionProvider.Cpu
        ? ModelMemory.Fit(folder, options, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes)
        : options;

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
