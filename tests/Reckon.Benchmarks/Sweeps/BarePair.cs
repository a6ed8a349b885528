using System.Diagnostics;
using Microsoft.ML.OnnxRuntime;
using Reckon.Cli;
using Reckon.Inference.Onnx;

namespace Reckon.Benchmarks;

/// <summary>
/// Both models on bare loops, on two threads at once, with the work that a sweep gave them: the proposer's runs over as many rows
/// that are as long, with a draw for each, and the verifier's chunks at their places.
/// </summary>
internal sealed class BarePair(SweepInputs inputs) : IDisposable
{
    private readonly InferenceSession _proposer = SessionOpener.Open(inputs.Proposer, new OnnxExecutionOptions());
    private readonly InferenceSession _verifier = SessionOpener.Open(inputs.Verifier, new OnnxExecutionOptions());

    /// <summary>Does the model work of <paramref name="sweep"/> again.</summary>
    public BareFigures Run(SweepFigures sweep)
    {
        using var proposer = new BareProposer(inputs.Proposer, _proposer, sweep.Runs.Max(run => run.Lengths.Length), inputs.Spec.Sampling.Temperature);
        using var verifier = new BareVerifier(inputs.Verifier, _verifier);
        var (proposerSeconds, verifierSeconds) = (0.0, 0.0);
        var load = new MachineLoad();
        var (since, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        InTwoThreads(
            () => proposerSeconds = proposer.Run(sweep.Runs, new Random(0)),
            () => verifierSeconds = verifier.Read(sweep.Chunks));
        var wall = Stopwatch.GetElapsedTime(since).TotalSeconds;
        return new BareFigures(
            wall, proposerSeconds, verifierSeconds,
            (Environment.CpuUsage.TotalTime - cpu).TotalSeconds, load.OthersCores(wall));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _proposer.Dispose();
        _verifier.Dispose();
    }

    private static void InTwoThreads(Action first, Action second)
    {
        var thread = new Thread(() => first());
        thread.Start();
        second();
        thread.Join();
    }
}
