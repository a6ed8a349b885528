using System.Diagnostics;
using System.Text.Json;
using Reckon.Grading.Answers;
using Reckon.Grading.Comparison;
using Reckon.Grading.Formats;

namespace Reckon.GradeCheck;

/// <summary>How fast samples are compared: both answers are read and compared each time, on one core.</summary>
internal static class Speed
{
    private const int Rounds = 5;
    private const int VoteRounds = 50; // So many that the compiler has done its best, and that other work on the machine left one alone.
    private const double LeastComparisons = 50_000;
    private static readonly TimeSpan _longestVote = TimeSpan.FromMilliseconds(5);
    private static readonly AnswerPolicy _policy = AnswerPolicy.Default;

    public static bool Run(string data)
    {
        var problems = Problems(data);
        var pairs = problems.SelectMany(problem => problem.Answers.Select(answer => (problem.Reference, answer))).ToArray();
        var best = double.PositiveInfinity;
        for (var round = 0; round < Rounds; round++)
        {
            best = Math.Min(best, Work(() => Compare(pairs)).TotalSeconds);
        }

        Console.WriteLine(
            $"{pairs.Length / best:F0} comparisons in a second of one core ({pairs.Length} samples, best of {Rounds} rounds)");
        var distinct = pairs.Distinct().ToArray();
        var times = distinct.Select(pair => Time(() => Compare(pair))).Order().ToArray();
        Console.WriteLine($"distinct pairs: median {times[times.Length / 2].TotalMicroseconds:F1} µs, 99 % {times[times.Length * 99 / 100].TotalMicroseconds:F0} µs, longest {times[^1].TotalMilliseconds:F2} ms");

        var votes = problems.GroupBy(problem => problem.Reference)
            .Select(group => group.SelectMany(problem => problem.Answers).Take(256).ToArray())
            .Where(answers => answers.Length == 256).ToArray();
        var comparer = new MathematicsComparer(_policy);
        var slowest = votes.Max(answers =>
            Enumerable.Range(0, VoteRounds).Min(_ => Time(() => comparer.GroupKeys([.. answers.Select(comparer.Read)]))));
        Console.WriteLine(
            $"{votes.Length} votes of 256 answers: slowest {slowest.TotalMilliseconds:F2} ms, each the best of {VoteRounds} times");

        var hostile = new string('(', 1 << 20);
        var refusal = Enumerable.Range(0, Rounds).Min(_ => Time(() => MathAnswer.Parse(hostile, _policy)));
        Console.WriteLine($"1 MB of parentheses: refused in {refusal.TotalMicroseconds:F1} µs");
        return pairs.Length / best >= LeastComparisons && slowest < _longestVote;
    }

    private static void Compare(params (string Reference, string Answer)[] pairs)
    {
        foreach (var (reference, answer) in pairs)
        {
            MathEquivalence.Compare(MathAnswer.Parse(reference, _policy), MathAnswer.Parse(answer, _policy), _policy);
        }
    }

    private static TimeSpan Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }

    // Processor time: the machine may have other work.
    private static TimeSpan Work(Action action)
    {
        var start = Environment.CpuUsage.TotalTime;
        action();
        return Environment.CpuUsage.TotalTime - start;
    }

    private static List<(string Reference, string[] Answers)> Problems(string data) =>
    [
        .. Directory.GetFiles(Path.Combine(data, "samples"), "*.jsonl").Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Select(row => (
                row.GetProperty("gold").GetString() ?? "",
                row.GetProperty("samples").EnumerateArray().Select(sample => sample.GetProperty("answer").GetString()).OfType<string>()
                    .ToArray())),
    ];
}
