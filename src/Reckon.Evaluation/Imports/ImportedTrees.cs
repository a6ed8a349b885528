using System.Collections.Immutable;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Trees;
using Reckon.Search;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Strategies;

namespace Reckon.Evaluation.Imports;

/// <summary>Trees of best-of-n from answers that another program drew, not yet graded: any first k of n answers are best-of-k.</summary>
public static class ImportedTrees
{
    private const string Delimiter = "\n\n";

    /// <summary>Best-of-n at powers of two up to <paramref name="samples"/>, and at it.</summary>
    public static ImmutableArray<StrategySpec> Strategies(int samples) =>
    [
        .. Enumerable.Range(0, 31).Select(power => 1 << power).TakeWhile(n => n < samples).Append(samples)
            .Select(n => new StrategySpec(BestOfN.Definition, n)),
    ];

    /// <summary>The trees of <paramref name="row"/>, a trial for each of <paramref name="strategies"/>.</summary>
    public static ProblemTrees Of(ImportedRow row, ImmutableArray<StrategySpec> strategies)
    {
        List<TreeStep> steps = [];
        ImmutableArray<TreeNode> nodes = [.. row.Samples.Select((sample, place) => Add(sample, place, steps))];
        return new ProblemTrees(row.Problem, 0, [], [.. steps], [], [.. strategies.Select(strategy => Trial(strategy, row, nodes))]);
    }

    private static TrialTree Trial(StrategySpec strategy, ImportedRow row, ImmutableArray<TreeNode> nodes)
    {
        var drawn = nodes[..Math.Min(strategy.N, nodes.Length)];
        return new TrialTree(
            strategy.Label, 0, SearchEnd.Completed, 1,
            new Cost(drawn.Length, 0, row.Samples.Take(drawn.Length).Sum(sample => (long)sample.Tokens), 0),
            drawn, [.. drawn.Select((_, place) => new TreeCandidate(place, -1, -1, -1, 0))], []);
    }

    // A step for each score; what is left of the text goes to the last.
    private static TreeNode Add(ImportedSample sample, int place, List<TreeStep> steps)
    {
        var pieces = sample.Text.Split(Delimiter);
        var count = Math.Max(1, sample.Scores.Length);
        for (var i = 0; i < count; i++)
        {
            var isLast = i == count - 1;
            steps.Add(new TreeStep(
                0, i == 0 ? -1 : steps.Count - 1, i == 0 ? place : 0,
                isLast ? string.Join(Delimiter, pieces.Skip(i)) : i < pieces.Length ? pieces[i] : "",
                isLast ? sample.Tokens : 0, 0, isLast ? Ending.Finished : Ending.Open,
                sample.Scores.IsEmpty ? null : Math.Clamp(sample.Scores[i], 0, 1), 0));
        }

        return new TreeNode(steps.Count - 1, count, 1, 1);
    }
}
