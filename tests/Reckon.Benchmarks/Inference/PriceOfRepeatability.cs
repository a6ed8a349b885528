using System.Diagnostics;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx;
using Reckon.Inference.Onnx.Models;
using Reckon.Inference.Onnx.Options;

namespace Reckon.Benchmarks.Inference;

/// <summary>
/// What it costs that each token always takes the same path: a prefix that was lost is recomputed by decode steps and not in
/// one run, and the verifier reads step by step and not a whole answer at once.
/// </summary>
internal static class PriceOfRepeatability
{
    private const int Repeats = 7;
    private const int Rows = 64;
    private const int PromptTokens = 24;
    private const int PrefixTokens = 40;
    private const int StepTokens = 8;

    /// <summary>Prints the table. Each figure is the best of several repeats.</summary>
    public static Task<int> RunAsync(string[] arguments)
    {
        var models = arguments.Length > 0 ? arguments[0] : "models";
        var folder = ModelFolder.Read(Path.Combine(models, "abacus-proposer"), ModelRole.Proposer);
        int[] text = [1, .. Enumerable.Range(0, PromptTokens + PrefixTokens - 1).Select(i => 4 + (i * 7 % 100))];
        using (var model = InferenceEngines.OpenModel(folder, Rows, new OnnxExecutionOptions()))
        {
            var steps = Best(() => Prepare(model, text), () => Replay(model, text));
            var runs = Best(() => Prepare(model, text), () => Reread(model, text));
            Print($"{Rows} prefixes of {PrefixTokens} tokens recomputed", "decode steps of all rows", steps, "a run for each row", runs);
        }

        var files = ModelFolder.Read(Path.Combine(models, "abacus-prm"), ModelRole.Verifier);
        using var verifier = InferenceEngines.OpenVerifierModel(files, slots: 1, new OnnxExecutionOptions());
        Print(
            $"an answer of {PrefixTokens} tokens judged", "a run for each step",
            Best(() => Begin(verifier, text), () => ReadSteps(verifier, text)),
            "one run", Best(() => Begin(verifier, text), () => verifier.Extend(0, text.AsSpan(PromptTokens))));
        return Task.FromResult(0);
    }

    private static void Prepare(OnnxModel model, int[] text)
    {
        for (var row = 0; row < Rows; row++)
        {
            model.Prefill(row, text.AsSpan(0, PromptTokens));
        }
    }

    private static void Replay(OnnxModel model, int[] text)
    {
        var tokens = new int[Rows];
        for (var position = PromptTokens; position < text.Length; position++)
        {
            Array.Fill(tokens, text[position]);
            model.Decode(tokens);
        }
    }

    private static void Reread(OnnxModel model, int[] text)
    {
        for (var row = 0; row < Rows; row++)
        {
            model.Extend(row, text.AsSpan(PromptTokens));
        }
    }

    private static void Begin(OnnxVerifierModel verifier, int[] text)
    {
        verifier.Clear(0);
        verifier.Extend(0, text.AsSpan(0, PromptTokens));
    }

    private static void ReadSteps(OnnxVerifierModel verifier, int[] text)
    {
        for (var start = PromptTokens; start < text.Length; start += StepTokens)
        {
            verifier.Extend(0, text.AsSpan(start, StepTokens));
        }
    }

    private static double Best(Action prepare, Action measured)
    {
        var best = double.PositiveInfinity;
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            prepare();
            var since = Stopwatch.GetTimestamp();
            measured();
            best = Math.Min(best, Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        return best;
    }

    private static void Print(string what, string repeatable, double ours, string other, double theirs) => Console.WriteLine(
        $"{what}: {ours:f2} ms by {repeatable}, {theirs:f2} ms by {other}: price {ours / theirs:f2}");
}
