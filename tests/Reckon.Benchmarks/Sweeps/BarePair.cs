using System.Diagnostics;
using Microsoft.ML.OnnxRuntime;
using Reckon.Benchmarks.Inference;
using Reckon.Benchmarks.Machine;
using Reckon.Cli.Running;
using Reckon.Inference.Onnx.Options;
using Reckon.Inference.Onnx.Sessions;

namespace Reckon.Benchmarks.Sweeps;

/// <summary>
/// Both models on bare loops, on two threads at once, with the work that a sweep gave them.
/// </summary>
internal sealed class BarePair(SweepInputs inputs) : IDisposable
{
    private const int ShortestText = 8;

    private readonly InferenceSession _proposer = SessionOpener.Open(inputs.Proposer.Folder!, new OnnxExecutionOptions());
    private readonly InferenceSession _verifier = SessionOpener.Open(inputs.Verifier!.Folder!, new OnnxExecutionOptions());

    /// <summary>
    /// Draws the same number of tokens as the sweep, in full batches that decode in lockstep, with rows of the same mean length: the
    /// shortest loop that does it. The verifier runs the sweep's chunks next to it.
    /// </summary>
    public BareFigures RunLoops(SweepFigures sweep, int batch)
    {
        var prompt = inputs.Proposer.Folder!.Prompt.Encode(inputs.Dataset.Problems[0]);
        var steps = Math.Clamp((int)(2 * (sweep.MeanRowTokens - prompt.Length)), ShortestText,
            inputs.Proposer.Folder!.Descriptor.Card.ContextTokens - prompt.Length);
        var turns = (int)Math.Ceiling((double)sweep.Proposer.GeneratedTokens / (batch * steps));
        using var proposer = new BareLoop(inputs.Proposer.Folder!, _proposer, batch);
        return Run(sweep, () =>
            Enumerable.Range(0, turns).Sum(turn => proposer.Generate(prompt, steps, inputs.Spec.Sampling.Temperature, new Random(turn))));
    }

    /// <summary>Repeats the sweep's own runs: the same numbers and lengths of rows, a draw for each, and the verifier's chunks.</summary>
    public BareFigures RunOwn(SweepFigures sweep)
    {
        using var proposer =
            new BareProposer(inputs.Proposer.Folder!, _proposer, sweep.Runs.Max(run => run.Lengths.Length), inputs.Spec.Sampling.Temperature);
        return Run(sweep, () => proposer.Run(sweep.Runs, new Random(0)));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _proposer.Dispose();
        _verifier.Dispose();
    }

    private BareFigures Run(SweepFigures sweep, Func<double> propose)
    {
        using var verifier = new BareVerifier(inputs.Verifier!.Folder!, _verifier);
        var (proposerSeconds, verifierSeconds) = (0.0, 0.0);
        var load = new MachineLoad();
        var (since, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        InTwoThreads(
            () => proposerSeconds = propose(),
            () => verifierSeconds = verifier.Read(sweep.Chunks));
        var wall = Stopwatch.GetElapsedTime(since).TotalSeconds;
        return new BareFigures(
            wall, proposerSeconds, verifierSeconds,
            (Environment.CpuUsage.TotalTime - cpu).TotalSeconds, load.OthersCores(wall));
    }

    private static void InTwoThreads(Action first, Action second)
    {
        var thread = new Thread(() => first());
        thread.Start();
        second();
        thread.Join();
    }
}
