using System.Collections.Immutable;
using Reckon.Evaluation.Statistics;
using Reckon.Evaluation.Studies;

namespace Reckon.Evaluation.StudyReports;

/// <summary>The same run of two sweeps, problem by problem.</summary>
/// <param name="First">The run in the first sweep.</param>
/// <param name="Second">The run in the second.</param>
/// <param name="Won">Ids of problems that the second gets right more often.</param>
/// <param name="Lost">Ids of problems that it gets right less often.</param>
/// <param name="Difference">Second less first.</param>
public sealed record RunFlips(
    StudyRun First, StudyRun Second, ImmutableArray<string> Won, ImmutableArray<string> Lost, PairedDifference Difference)
{
    /// <summary>The runs that both tables have, on the problems that both have.</summary>
    public static ImmutableArray<RunFlips> Of(StudyTable first, StudyTable second)
    {
        var places = second.Problems.Index().ToDictionary(problem => problem.Item.Id, problem => problem.Index, StringComparer.Ordinal);
        ImmutableArray<(string Id, int First, int Second)> shared =
        [
            .. first.Problems.Index().Where(problem => places.ContainsKey(problem.Item.Id))
                .Select(problem => (problem.Item.Id, problem.Index, places[problem.Item.Id])),
        ];
        return shared.IsEmpty ? [] :
        [
            .. from run in first.Runs
               let other = second.Find(run.Method, run.N)
               where other is not null
               select Of(run, other, shared),
        ];
    }

    private static RunFlips Of(StudyRun first, StudyRun second, ImmutableArray<(string Id, int First, int Second)> shared)
    {
        ImmutableArray<(string Id, double Difference)> differences =
            [.. shared.Select(problem => (problem.Id, second.ByProblem[problem.Second] - first.ByProblem[problem.First]))];
        return new RunFlips(
            first, second,
            [.. differences.Where(problem => problem.Difference > 0).Select(problem => problem.Id)],
            [.. differences.Where(problem => problem.Difference < 0).Select(problem => problem.Id)],
            PairedDifference.Of([.. differences.Select(problem => problem.Difference)]));
    }
}
