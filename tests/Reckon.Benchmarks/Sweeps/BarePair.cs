using System.Diagnostics;
using Microsoft.ML.OnnxRuntime;
using Reckon.Cli;
using Reckon.Inference.Onnx;

namespace Reckon.Benchmarks;

/// <summary>
/// Both models on bare loops, on two threads at once, with the work that a sweep gave them: the proposer decodes as many
/// rows in batches of the sweep's mean size and length, the verifier runs the sweep's chunks at their places.
/// </summary>
internal sealed class BarePair(SweepInputs inputs) : IDisposable
{
    private const int ShortestText = 8;

    private readonly InferenceSession _proposer = SessionOpener.Open(inputs.Proposer, new OnnxExecutionOptions());
    private readonly InferenceSession _verifier = SessionOpener.Open(inputs.Verifier, new OnnxExecutionOptions());

    /// <summary>Does the model work of <paramref name="sweep"/> again.</summary>
    public BareFigures Run(SweepFigures sweep)
    {
        var prompt = inputs.Proposer.Prompt.Encode(inputs.Dataset.Problems[0]);
        var longest = inputs.Proposer.Descriptor.Card.ContextTokens - prompt.Length;
        var steps = Math.Clamp((int)(2 * (sweep.MeanRowTokens - prompt.Length)), ShortestText, longest);
        var batch = Math.Max(1, (int)Math.Round(sweep.Proposer.MeanBatch));
        var turns = (int)Math.Ceiling((double)sweep.Proposer.DecodedRows / (batch * (steps - 1)));
        using var proposer = new BareLoop(inputs.Proposer, _proposer, batch);
        using var verifier = new BareVerifier(inputs.Verifier, _verifier);
        var (proposerSeconds, verifierSeconds) = (0.0, 0.0);
        var load = new MachineLoad();
        var (since, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        InTwoThreads(
            () => proposerSeconds = Enumerable.Range(0, turns).Sum(turn => proposer.Generate(prompt, steps, inputs.Spec.Sampling.Temperature, new Random(turn))),
            () => verifierSeconds = verifier.Read(sweep.Chunks));
        var wall = Stopwatch.GetElapsedTime(since).TotalSeconds;
        return new BareFigures(
            wall, proposerSeconds, verifierSeconds, (long)turns * batch * (steps - 1),
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
