using System.Diagnostics;
using Reckon.Benchmarks.Machine;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx;
using Reckon.Inference.Onnx.Models;
using Reckon.Inference.Onnx.Options;
using Reckon.Inference.Onnx.Tests.Large;
using Reckon.Inference.Slots;
using Reckon.Inference.TokenSampling;
using Reckon.Search;
using Reckon.Search.Randomness;
using Reckon.Testing;

namespace Reckon.Benchmarks.Inference;

/// <summary>What rewriting the head saves: decode steps with their draws, and prompts, on a small model with a large vocabulary.</summary>
internal static class LargeVocabulary
{
    private const int Size = 64; // Of a hidden state: the head is nearly all of the model.
    private const int PromptTokens = 100;
    private const int Repeats = 6;
    private static readonly int[] _batches = [8, 32, 64];

    private static readonly Sampling _plain = new(Temperature: 0.8, MaxStepTokens: 64, MaxAnswerTokens: 200);

    private static readonly (string Name, Sampling Sampling)[] _ways =
    [
        ("plain", _plain),
        ("top-k 50", _plain with { TopK = 50 }),
        ("top-p 0.95", _plain with { TopP = 0.95 }),
        ("greedy", _plain with { Temperature = 0 }),
    ];

    /// <summary>Prints the table: milliseconds, the best of several, all heads in turns. Ends with the model that ships.</summary>
    public static Task<int> RunAsync(string[] arguments)
    {
        int[] sizes = arguments.Length > 0 ? [.. arguments.Select(int.Parse)] : [32_000, 151_936];
        Console.WriteLine($"{"vocabulary",10} {"",-18} {"as it is",9} {"rows",9} {"top",9}   {"rows / as it is",15} {"top / as it is",15} {"whole rows after top",21}");
        foreach (var size in sizes)
        {
            using var folder = new TempFolder();
            var files = new LargeModel(size, Size).WriteTo(folder.Path);
            Measure(files, size, _batches);
        }

        var shipped = ModelFolder.Read(Path.Combine("models", "abacus-proposer"), ModelRole.Proposer);
        Measure(shipped, shipped.Tokenizer.Size, batches: []);
        return Task.FromResult(0);
    }

    private static void Measure(ModelFolder files, int size, int[] batches)
    {
        OnnxModel[] models = [.. ((HeadRewrite[])[HeadRewrite.Never, HeadRewrite.Rows, HeadRewrite.Top])
            .Select(head => InferenceEngines.OpenModel(files, _batches[^1], new OnnxExecutionOptions { HeadRewrite = head }))];
        int[] prompt = [.. Enumerable.Range(0, PromptTokens).Select(i => 4 + i)];
        Print(size, $"prompt of {PromptTokens}", models, model =>
        {
            model.Prefill(0, prompt);
            return 0;
        });
        MeasureSteps(files, size, models, batches);
        foreach (var model in models)
        {
            model.Dispose();
        }
    }

    private static void MeasureSteps(ModelFolder files, int size, OnnxModel[] models, int[] batches)
    {
        foreach (var batch in batches)
        {
            foreach (var (name, sampling) in _ways)
            {
                var sampler = new TokenSampler(TokenRules.Of(files.Tokenizer, files.Descriptor.StepDelimiter, files.Ends).Candidates);
                Print(size, $"{batch,2} rows, {name}", models, model => Step(model, sampler, sampling, batch));
            }
        }
    }

    private static void Print(int size, string name, OnnxModel[] models, Func<OnnxModel, int> work)
    {
        var best = new double[models.Length];
        Array.Fill(best, double.PositiveInfinity);
        var wholeRows = 0;
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            for (var i = 0; i < models.Length; i++)
            {
                Prepare(models[i]);
                var since = Stopwatch.GetTimestamp();
                wholeRows = work(models[i]);
                best[i] = Math.Min(best[i], Stopwatch.GetElapsedTime(since).TotalMilliseconds);
            }
        }

        Console.WriteLine($"{size,10} {name,-18} {best[0],9:f2} {best[1],9:f2} {best[2],9:f2}   {best[1] / best[0],15:f2} {best[2] / best[0],15:f2} {wholeRows,21}");
    }

    private static void Prepare(OnnxModel model)
    {
        for (var row = 0; row < model.Limits.Slots; row++)
        {
            if (model.LengthOf(row) == 0)
            {
                model.Prefill(row, [1, 5 + row, 7, 8]);
            }

            model.Rewind(row, 4);
        }
    }

    // Returns how many rows were asked for whole after their largest logits.
    private static int Step(OnnxModel model, TokenSampler sampler, Sampling sampling, int batch)
    {
        int[] tokens = [.. Enumerable.Range(0, batch).Select(row => 100 + row)];
        var key = RandomKey.Root(1, "step");
        if (model.TopCount == 0 || !TopLogitsSampler.MayServe(sampling, model.TopCount))
        {
            var width = model.Limits.Logits;
            var rows = model.Decode(tokens);
            for (var row = 0; row < batch; row++)
            {
                sampler.Sample(rows.Slice(row * width, width), sampling, null, key.Uniform(row));
            }

            return 0;
        }

        var (counted, temperature) = (new WholeRowCounter(model), sampling.Temperature > 0 ? sampling.Temperature : 1);
        var top = model.DecodeTop(tokens, [.. Enumerable.Repeat(temperature, batch)]);
        for (var row = 0; row < batch; row++)
        {
            sampler.Sample(new LogitRow(counted.WholeRow, top, row), sampling, null, key.Uniform(row));
        }

        return counted.Rows;
    }
}
