using System.Diagnostics;
using Reckon.Inference.TokenSampling;
using Reckon.Search;

namespace Reckon.Benchmarks.Inference;

/// <summary>What a draw costs, for vocabularies from small to large, next to a plain loop that does only what is necessary.</summary>
internal static class SamplerCosts
{
    private const int Rows = 16; // So that the logits of a draw are not in the cache from the one before.
    private const int Blocks = 5;

    private static readonly Sampling _plain = new(Temperature: 0.8, MaxStepTokens: 64, MaxAnswerTokens: 200);

    private static readonly (string Name, Sampling Sampling)[] _ways =
    [
        ("greedy", _plain with { Temperature = 0 }),
        ("plain", _plain),
        ("top-k 50", _plain with { TopK = 50 }),
        ("top-p 0.95", _plain with { TopP = 0.95 }),
        ("min-p 0.05", _plain with { MinP = 0.05 }),
        ("top-k, top-p, min-p", _plain with { TopK = 50, TopP = 0.95, MinP = 0.05 }),
        ("all penalties, top-k", _plain with { TopK = 50, RepetitionPenalty = 1.1, PresencePenalty = 0.1, FrequencyPenalty = 0.1 }),
    ];

    /// <summary>Prints the table: microseconds a draw, the best block's mean.</summary>
    public static Task<int> RunAsync(string[] arguments)
    {
        int[] sizes = arguments.Length > 0 ? [.. arguments.Select(int.Parse)] : [109, 32_000, 151_936];
        Console.WriteLine($"{"µs a draw",-22} {string.Join(' ', sizes.Select(size => $"{size,9}"))}");
        var rows = sizes.Select(size => Enumerable.Range(0, Rows).Select(row => Logits(size, row)).ToArray()).ToArray();
        Print("plain, scalar loop", rows.Select(logits =>
        {
            var sampler = new ScalarSampler(logits[0].Length, _plain.Temperature);
            return Measure(logits, (row, uniform) => sampler.Sample(row, uniform));
        }));
        foreach (var (name, sampling) in _ways)
        {
            Print(name, rows.Select(logits =>
            {
                var sampler = new TokenSampler([.. Enumerable.Range(0, logits[0].Length)]);
                var path = PathTokens.Of([1, 2, 3], [.. Enumerable.Range(0, 100)]);
                return Measure(logits, (row, uniform) => sampler.Sample(row, sampling, path, uniform).Id);
            }));
        }

        return Task.FromResult(0);
    }

    private static void Print(string name, IEnumerable<double> microseconds) =>
        Console.WriteLine($"{name,-22} {string.Join(' ', microseconds.Select(value => $"{value,9:f1}"))}");

    // As a language model's: nearly normal, a few tokens far ahead of all others.
    private static float[] Logits(int size, int row)
    {
        var random = new Random(row);
        var logits = new float[size];
        for (var i = 0; i < size; i++)
        {
            logits[i] = (float)(2 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        }

        for (var i = 0; i < 20; i++)
        {
            logits[random.Next(size)] = 14 - (i / 3f);
        }

        return logits;
    }

    private static double Measure(float[][] logits, Func<float[], double, int> draw)
    {
        var (random, best) = (new Random(1), double.PositiveInfinity);
        var repeats = Math.Max(Rows, 2_000_000 / logits[0].Length);
        for (var block = 0; block < Blocks; block++)
        {
            var since = Stopwatch.GetTimestamp();
            for (var i = 0; i < repeats; i++)
            {
                draw(logits[i % Rows], random.NextDouble());
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(since).TotalMicroseconds / repeats);
        }

        return best;
    }
}
