using System.Collections.Immutable;
using Reckon.Evaluation.Studies;

namespace Reckon.Evaluation.Tests.Studies;

/// <summary>Studies whose numbers are given.</summary>
internal static class SomeStudy
{
    public static Method Vote { get; } = new("best-of-n", "weighted");

    public static Method Beam { get; } = new("beam width=4", "weighted");

    /// <summary>A table of <paramref name="problems"/> and two seeds; each run's credit is a function of problem and seed.</summary>
    public static StudyTable Table(int problems, params (Method Method, int N, Func<int, int, double> Credit)[] runs) => new(
        [.. Enumerable.Range(0, problems).Select(problem => new StudyProblem($"p{problem}", "sums", 1 + (problem % 5)))],
        [0, 1],
        [.. runs.Select(run => Run(problems, run.Method, run.N, run.Credit))],
        0);

    private static StudyRun Run(int problems, Method method, int n, Func<int, int, double> credit)
    {
        ImmutableArray<double> credits = [.. Enumerable.Range(0, problems * 2).Select(trial => credit(trial / 2, trial % 2))];
        return new StudyRun(
            method, n, 2, credits, [.. credits.Select(_ => new TrialCost(n, 100 * n, 1e6 * n, 1e5 * n))], 0);
    }
}
