using System.Diagnostics;
using Reckon.Grading.Answers;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;
using Reckon.Testing;

namespace Reckon.GradeCheck;

/// <summary>Reads and compares a great many mutated answers: none may throw, and none may take long.</summary>
internal static class Fuzz
{
    private const int Seed = 20260101;

    public static bool Run(int count)
    {
        var mutations = new AnswerMutations(Seed);
        var policy = AnswerPolicy.Default;
        var statuses = new Dictionary<AnswerStatus, int>();
        var last = MathAnswer.Parse("0", policy);
        var (slowest, slowestText, thrown) = (TimeSpan.Zero, "", 0);
        var start = Stopwatch.GetTimestamp();
        for (var index = 0; index < count; index++)
        {
            var text = mutations.Next();
            var before = Stopwatch.GetTimestamp();
            try
            {
                var answer = MathAnswer.Parse(text, policy);
                MathEquivalence.Compare(last, answer, policy);
                last = index % 7 == 0 ? answer : last;
                statuses[answer.Status] = statuses.GetValueOrDefault(answer.Status) + 1;
            }
            catch (Exception exception)
            {
                thrown++;
                Console.WriteLine($"threw {exception.GetType().Name} on {text}\n{exception.StackTrace}");
                if (thrown > 5)
                {
                    break;
                }
            }

            var taken = Stopwatch.GetElapsedTime(before);
            if (taken > slowest && index > 1000)
            {
                // Once more, so that a pause of the machine does not count.
                before = Stopwatch.GetTimestamp();
                MathAnswer.Parse(text, policy);
                taken = Stopwatch.GetElapsedTime(before);
            }

            (slowest, slowestText) = taken > slowest && index > 1000 ? (taken, text) : (slowest, slowestText);
        }

        Console.WriteLine(
            $"{count} mutated answers in {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s, {thrown} threw; "
            + string.Join(", ", statuses.OrderBy(status => status.Key).Select(status => $"{status.Key} {status.Value}")));
        Console.WriteLine($"slowest {slowest.TotalMilliseconds:F1} ms: {slowestText.Replace("\n", "\\n", StringComparison.Ordinal)}");
        return thrown == 0;
    }
}
