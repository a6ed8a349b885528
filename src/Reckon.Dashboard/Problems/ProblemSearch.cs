using System.Collections.Immutable;
using Reckon.Grading.Grades;
using Reckon.Search.Running;

namespace Reckon.Dashboard.Problems;

/// <summary>Finds problems in a table. Pure.</summary>
public static class ProblemSearch
{
    /// <summary>The problems of <paramref name="table"/> that <paramref name="query"/> wants, in its order.</summary>
    public static ImmutableArray<FoundProblem> Find(ProblemTable table, ProblemQuery query)
    {
        var rule = RuleOf(table, query.Rule);
        var (run, against) = (PlaceOf(table, query.Run), PlaceOf(table, query.Against));
        var found = table.Rows.Where(row => IsWanted(row, query))
            .Select(row => Counted(row, rule, run, query.Against is null ? null : against))
            .Where(problem => HasTrial(problem.Row, query, rule, run) && IsWanted(problem, query.Verdict));
        return [.. Sorted(found, query.Order)];
    }

    /// <summary>The place of a way of choosing; that of the last one where it is not known.</summary>
    public static int RuleOf(ProblemTable table, string? rule) =>
        rule is not null && table.Rules.IndexOf(rule) is >= 0 and var place ? place : Math.Max(0, table.Rules.Length - 1);

    private static int PlaceOf(ProblemTable table, string? run) => run is null ? -1 : table.Runs.IndexOf(run);

    private static bool IsWanted(ProblemRow row, ProblemQuery query) =>
        (query.Level is not { } level || row.Level == level) && (query.Subject is not { } subject || row.Subject == subject)
        && (query.Text.Length == 0 || row.Id.Contains(query.Text, StringComparison.OrdinalIgnoreCase));

    private static FoundProblem Counted(ProblemRow row, int rule, int run, int? against)
    {
        var (share, trials) = ShareOf(row, rule, run);
        return new FoundProblem(row, share, trials, against is { } other ? ShareOf(row, rule, other).Share : null);
    }

    private static (double Share, int Trials) ShareOf(ProblemRow row, int rule, int run)
    {
        var (right, trials) = (0, 0);
        foreach (var trial in row.Trials)
        {
            if (run < 0 || trial.Run == run)
            {
                trials++;
                right += trial.IsRight(rule) ? 1 : 0;
            }
        }

        return (trials == 0 ? 0 : (double)right / trials, trials);
    }

    private static bool HasTrial(ProblemRow row, ProblemQuery query, int rule, int run) =>
        (query.Status is null && query.End is null)
        || row.Trials.Any(trial => (run < 0 || trial.Run == run) && IsWanted(trial, query.Status, query.End, rule));

    private static bool IsWanted(TrialVerdict trial, GradeStatus? status, SearchEnd? end, int rule) =>
        (status is null || trial.Status(rule) == status) && (end is null || trial.End == end);

    private static bool IsWanted(FoundProblem problem, VerdictFilter verdict) => verdict switch
    {
        VerdictFilter.Right => problem is { Share: 1, Trials: > 0 },
        VerdictFilter.Wrong => problem is { Share: 0, Trials: > 0 },
        VerdictFilter.Mixed => problem.Share is > 0 and < 1,
        VerdictFilter.Flips => problem.Against is { } other && other != problem.Share,
        VerdictFilter.Gained => problem.Share > problem.Against,
        VerdictFilter.Lost => problem.Share < problem.Against,
        _ => true,
    };

    private static IEnumerable<FoundProblem> Sorted(IEnumerable<FoundProblem> found, ProblemOrder order) => order switch
    {
        ProblemOrder.Hardest => found.OrderBy(problem => problem.Share),
        ProblemOrder.Easiest => found.OrderByDescending(problem => problem.Share),
        ProblemOrder.Level => found.OrderBy(problem => problem.Row.Level),
        _ => found,
    };
}
