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
    /// <param name="cancellationToken">Ends the wait for servers.</param>
    /// <exception cref="ModelRefusedException">All faults that could be found in any, each with a remedy.</exception>
    public async Task<DeviceEngines> OpenAsync(
        ImmutableArray<ModelFolder> proposers, ImmutableArray<ModelFolder> verifiers, CancellationToken cancellationToken = default)
    {
        var (options, room) = (OptionsFor(proposers.Length + verifiers.Length), RoomFor([.. proposers, .. verifiers]));
        Task<IProposerEngine>[] writers =
            [.. proposers.Select(folder => Task.Run(() => OpenProposerAsync(folder, options, room, cancellationToken)))];
        Task<IVerifierEngine>[] judges =
            [.. verifiers.Select(folder => Task.Run(() => OpenVerifierAsync(folder, options, room, cancellationToken)))];
        Task[] opening = [.. writers, .. judges];
        await Task.WhenAll(opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var faults = opening.Select(opened => opened.Exception?.InnerException).OfType<Exception>().ToArray();
        if (Array.TrueForAll(opening, opened => opened.IsCompletedSuccessfully))
        {
            return new DeviceEngines(await Task.WhenAll(writers), await Task.WhenAll(judges));
        }

        await CloseAsync(writers);
        await CloseAsync(judges);
        cancellationToken.ThrowIfCancellationRequested();
        throw faults.FirstOrDefault(fault => fault is not ModelLoadException) // An unexpected failure tells more.
            ?? new ModelRefusedException([.. faults.OfType<ModelLoadException>()]);
    }

    /// <summary>The same on each of some devices, one after the other: opening one takes most of the machine.</summary>
    /// <param name="devices">Their numbers, at least one.</param>
    /// <param name="proposers">The proposers' folders, read and checked.</param>
    /// <param name="verifiers">The verifiers'.</param>
    /// <param name="cancellationToken">Ends the wait for servers.</param>
    /// <exception cref="ModelRefusedException">As above; no device is open then.</exception>
    public async Task<ImmutableArray<DeviceEngines>> OpenAllAsync(
        ImmutableArray<int> devices, ImmutableArray<ModelFolder> proposers, ImmutableArray<ModelFolder> verifiers,
        CancellationToken cancellationToken = default)
    {
        var opened = ImmutableArray.CreateBuilder<DeviceEngines>(devices.Length);
        try
        {
            foreach (var device in devices)
            {
                var here = this with { Execution = Execution with { Device = device } };
                opened.Add(await here.OpenAsync(proposers, verifiers, cancellationToken));
            }

            return opened.MoveToImmutable();
        }
        catch
        {
            foreach (var device in opened)
            {
                await device.DisposeAsync();
            }

            throw;
        }
    }

    private async Task<IProposerEngine> OpenProposerAsync(
        ModelFolder folder, EngineOptions options, Func<ModelFolder, long?> room, CancellationToken cancellationToken) => folder.Remote is { } remote
        ? await RemoteProposerEngine.OpenAsync(folder, options, KeyOf(folder, remote), cancellationToken)
        : InferenceEngines.OpenProposer(folder, Fit(folder, options, room(folder)), Execution);

    private async Task<IVerifierEngine> OpenVerifierAsync(
        ModelFolder folder, EngineOptions options, Func<ModelFolder, long?> room, CancellationToken cancellationToken) => folder.Remote is { } remote
        ? await RemoteVerifierEngine.OpenAsync(folder, options, KeyOf(folder, remote), cancellationToken)
        : InferenceEngines.OpenVerifier(folder, Fit(folder, options, room(folder)), Execution);

    private static string? KeyOf(ModelFolder folder, RemoteEndpoint remote) =>
        remote.KeyVariable is not { } name ? null
        : Environment.GetEnvironmentVariable(name) is { Length: > 0 } key ? key
        : throw new ModelLoadException(
            folder.Path,
            [new ModelFault(
                ModelDescriptor.FileName, $"the server's key in the environment variable {name}, which 'remote.keyVariable' names", "Set it, or leave the field out.")]);

    // A device's memory is reserved at once, so models share what their weights leave; the machine's is taken as rows and texts need it.
    private Func<ModelFolder, long?> RoomFor(ImmutableArray<ModelFolder> folders)
    {
        var available = DeviceMemory.AvailableBytes(Execution);
        if (Execution.Provider == ExecutionProvider.Cpu || available is not { } free)
        {
            return _ => available;
        }

        long[] weights = [.. folders.Where(folder => folder.Remote is null).Select(folder => ModelFootprint.Of(folder).WeightBytes)];
        return folder => DeviceRoom.For(free, weights, ModelFootprint.Of(folder).WeightBytes); // Only asked for models that are here.
    }

    private static EngineOptions Fit(ModelFolder folder, EngineOptions options, long? available) =>
        available is { } bytes ? ModelMemory.Fit(folder, options, bytes) : options;

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
