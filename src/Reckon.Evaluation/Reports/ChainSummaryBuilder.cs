using System.Collections.Immutable;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Statistics;

namespace Reckon.Evaluation.Reports;

/// <summary>Makes a <see cref="ChainSummary"/> of a run's outcomes.</summary>
internal static class ChainSummaryBuilder
{
    private const int Decimals = 6;

    /// <summary>The summary; null where no trial has a chain. The order of the outcomes does not matter.</summary>
    public static ChainSummary? Build(string run, ImmutableArray<TrialOutcome> outcomes)
    {
        ImmutableArray<ImmutableArray<ChainOutcome>> problems =
        [
            .. outcomes
                .Where(outcome => outcome.Chains is not null)
                .GroupBy(outcome => outcome.ProblemId)
                .OrderBy(problem => problem.Key, StringComparer.Ordinal)
                .Select(problem => problem.SelectMany(outcome => outcome.Chains!.Value).ToImmutableArray()),
        ];
        return problems.IsEmpty ? null : Build(run, problems);
    }

    private static ChainSummary Build(string run, ImmutableArray<ImmutableArray<ChainOutcome>> problems)
    {
        var length = problems.Max(chains => chains.Max(chain => chain.Right.Length));
        var after = Enumerable.Range(0, length).Select(place => Share(problems, chain => chain.Right.Skip(place).Take(1)).Share!).ToList();
        var (ofRight, turnedWrong) = Share(problems, chain => Revisions(chain).Where(pair => pair.Before).Select(pair => !pair.After));
        var (ofWrong, turnedRight) = Share(problems, chain => Revisions(chain).Where(pair => !pair.Before).Select(pair => pair.After));
        return new ChainSummary(
            run,
            problems.Sum(chains => chains.Length),
            [.. after.Select(share => share.Mean)],
            [.. after.Select(share => share.Low)],
            [.. after.Select(share => share.High)],
            Share(problems, chain => chain.Right.TakeLast(1)).Share!,
            ofRight,
            turnedWrong,
            ofWrong,
            turnedRight);
    }

    private static IEnumerable<(bool Before, bool After)> Revisions(ChainOutcome chain) =>
        from revision in chain.Revises.Zip(chain.Right)
        where revision.First >= 0
        select (chain.Right[revision.First], revision.Second);

    // How many facts there are, and the share of them that holds; null where there are none. A problem without one has no say.
    private static (int Count, MeanEstimate? Share) Share(
        ImmutableArray<ImmutableArray<ChainOutcome>> problems, Func<ChainOutcome, IEnumerable<bool>> factsOf)
    {
        ImmutableArray<ProblemTrials> facts =
        [
            .. problems
                .Select(chains => chains.SelectMany(factsOf).ToList())
                .Where(problem => problem.Count > 0)
                .Select(problem => new ProblemTrials(problem.Count(holds => holds), problem.Count)),
        ];
        if (facts.IsEmpty)
        {
            return (0, null);
        }

        var (count, interval) = (facts.Sum(problem => problem.Trials), ClusteredInterval.Of(facts));
        return (count, new MeanEstimate(
            Math.Round(facts.Sum(problem => problem.Correct) / count, Decimals),
            Math.Round(interval.Low, Decimals),
            Math.Round(interval.High, Decimals)));
    }
}
