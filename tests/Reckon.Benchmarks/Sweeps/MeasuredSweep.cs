using System.Diagnostics;
using Reckon.Benchmarks.Machine;
using Reckon.Cli.Configuration;
using Reckon.Cli.Hosting;
using Reckon.Cli.Running;
using Reckon.Contracts.Sweeps;
using Reckon.Coordinator.Sweeps;
using Reckon.Search.Strategies;

namespace Reckon.Benchmarks.Sweeps;

/// <summary>Runs a sweep as <c>reckon run</c> does, on a silo and a store of its own, and measures it.</summary>
internal static class MeasuredSweep
{
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(20); // Of the question whether it is finished.

    public static async Task<SweepFigures> RunAsync(SweepInputs inputs)
    {
        using var folder = new TemporaryFolder();
        var engines = new MeasuredEngines(inputs);
        await using var cluster = await LocalCluster.StartAsync(
            folder.Path, engines.Device, new ReckonOptions(), StrategyRegistry.BuiltIn, Serilog.Core.Logger.None, CancellationToken.None);
        engines.ProposerModel.TakeRuns(); // Those with which it was tested.
        engines.VerifierModel.TakeChunks();
        return await MeasureAsync(new SweepClient(cluster.Grains, inputs.Spec.Name), inputs, engines);
    }

    private static async Task<SweepFigures> MeasureAsync(SweepClient client, SweepInputs inputs, MeasuredEngines engines)
    {
        var process = Environment.ProcessId;
        var (engineCpu, compilerCpu) = (ProcessClock.EngineSeconds(process), ProcessClock.CompilerSeconds(process));
        var cpu = Environment.CpuUsage.TotalTime;
        var load = new MachineLoad();
        var since = Stopwatch.GetTimestamp();
        await client.StartAsync(inputs.Submission, CancellationToken.None);
        SweepStatus status;
        while ((status = await client.StatusAsync()).Phase == SweepPhase.Running)
        {
            await Task.Delay(_interval);
        }

        var wall = Stopwatch.GetElapsedTime(since).TotalSeconds;
        if (!status.Failures.IsEmpty)
        {
            throw new InvalidOperationException($"{status.Failures.Length} trials failed, the first: {status.Failures[0].Reason}");
        }

        return new SweepFigures(
            wall, engines.Proposer.Metrics, engines.Verifier.Metrics, engines.Proposer.Metrics.StartedRequests,
            engines.ProposerModel.TakeRuns(), engines.VerifierModel.TakeChunks(),
            (Environment.CpuUsage.TotalTime - cpu).TotalSeconds, ProcessClock.EngineSeconds(process) - engineCpu,
            Math.Max(0, ProcessClock.CompilerSeconds(process) - compilerCpu), load.OthersCores(wall)); // An idle compiler's thread ends.
    }
}
