using System.Collections.Immutable;
using Reckon.Search.Trees;
using Reckon.Search.Verification;

namespace Reckon.Search.Strategies;

/// <summary>Measures a search's first answers.</summary>
internal static class Probe
{
    /// <summary>The tree of the first <paramref name="count"/> answers of <paramref name="tree"/> alone.</summary>
    public static SearchTree Of(SearchTree tree, int count) => SearchTree.Empty.Add(
        [new Expansion(SearchTree.Root, count, Extent.Answer)],
        [[.. tree.Nodes.Take(count).Select(node => new Branch(node.Proposal, node.Verdict))]]);

    /// <summary>What <paramref name="measure"/> says of all answers of <paramref name="probe"/>.</summary>
    public static double Measured(PolicyMeasure measure, SearchTree probe, Aggregation ranking, IAnswerGroups answers) => measure switch
    {
        PolicyMeasure.MeanScore => probe.Solutions.Select(node => ranking.Of(probe.ScoresTo(node.Id))).DefaultIfEmpty().Average(),
        PolicyMeasure.Agreement => MostFrequent(answers.GroupsOf(probe)) / (double)probe.Nodes.Length,
        _ => LogProbability([.. probe.Nodes.SelectMany(node => node.Proposal.Steps)]),
    };

    private static int MostFrequent(ImmutableArray<string?> groups) =>
        groups.Where(group => group is not null).GroupBy(group => group).Select(group => group.Count()).DefaultIfEmpty().Max();

    private static double LogProbability(ImmutableArray<Step> steps) =>
        steps.Sum(step => step.LogProbability) / Math.Max(1, steps.Sum(step => step.Tokens.Length));
}
