using System.Collections.Immutable;
using System.Globalization;
using Reckon.Cli.Configuration;
using Reckon.Cli.Hosting;
using Reckon.Cli.Output;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Options;

namespace Reckon.Cli.Running;

/// <summary>Makes a worker fit the memory of its container.</summary>
internal static class WorkerMemory
{
    /// <summary>
    /// How the engines of a worker are to run in this container; says so where that is less than was set. Rows and caches of a GPU are in
    /// its own memory, and are left as they are.
    /// </summary>
    /// <exception cref="ClusterSettingException">The models do not fit.</exception>
    public static async Task<EngineOptions> FitAsync(ReckonOptions options, WorkerFolders folders, Terminal terminal)
    {
        if (options.Execution.Provider != ExecutionProvider.Cpu || ContainerMemory.LimitBytes() is not { } limit)
        {
            return options.Engine;
        }

        ImmutableArray<ModelFootprint> models = [.. folders.Proposers.Concat(folders.Verifiers).Select(ModelFootprint.Of)];
        var fitting = MemoryPlan.Fit(options.Engine, models, limit);
        if (fitting != options.Engine)
        {
            await terminal.Error.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"note: this container may take {limit >> 20} MiB of memory, so engine.maxRows is {fitting.MaxRows} instead of"
                + $" {options.Engine.MaxRows} and engine.maxKeptTokens {fitting.MaxKeptTokens} instead of {options.Engine.MaxKeptTokens}."));
        }

        return fitting;
    }
}
