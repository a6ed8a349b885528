using System.Collections.Immutable;
using Reckon.Coordinator.Routing;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Judging;
using Reckon.Search.Running;

namespace Reckon.Coordinator.Nodes;

/// <summary>One verifier's verdicts on a node's children, and those that are still missing.</summary>
internal static class NodeJudgements
{
    /// <summary>The verdict on each of the children asked for; null for a truncated one, and for one that was not judged yet.</summary>
    public static ImmutableArray<Verdict?> Find(NodeVerdicts known, ExpandRequest request, ImmutableArray<Proposal> proposals) =>
        [.. Enumerable.Range(0, request.Count).Select(place => Find(known, request, place, proposals[place]))];

    /// <summary>The places, among the children asked for, of those that still need a verdict.</summary>
    public static ImmutableArray<int> Missing(NodeVerdicts known, ExpandRequest request, ImmutableArray<Proposal> proposals) =>
    [
        .. Enumerable.Range(0, proposals.Length)
            .Where(place => proposals[place].Ending != Ending.Truncated && Find(known, request, place, proposals[place]) is null),
    ];

    /// <summary>The places, among the children drawn, of those that are judged: not the truncated ones.</summary>
    public static ImmutableArray<int> Whole(ProposeReply drawn) =>
        [.. Enumerable.Range(0, drawn.Proposals.Length).Where(place => drawn.Proposals[place].Ending != Ending.Truncated)];

    /// <summary>Whether there is a verdict on each child that is judged.</summary>
    public static bool AreComplete(DrawReply reply) => reply.Judged?.Verdicts.Length == Whole(reply.Drawn).Length;

    /// <summary>Adds verdicts on the children at <paramref name="places"/> among those asked for.</summary>
    public static void Add(NodeVerdicts known, ExpandRequest request, ImmutableArray<int> places, JudgeReply reply)
    {
        foreach (var (place, verdict) in places.Zip(reply.Verdicts))
        {
            Of(known, request.Extent)[request.IndexAt(place)] = verdict;
        }

        known.PromptTokens = reply.PromptTokens;
    }

    // The first steps of an answer that was judged were judged with it.
    private static Verdict? Find(NodeVerdicts known, ExpandRequest request, int place, Proposal proposal)
    {
        var index = request.IndexAt(place);
        var verdict = Of(known, request.Extent).GetValueOrDefault(index) ?? known.Answers.GetValueOrDefault(index);
        return verdict?.Scores.Length >= proposal.Steps.Length ? verdict.OfFirst(proposal.Steps.Length) : null;
    }

    private static Dictionary<int, Verdict> Of(NodeVerdicts known, Extent extent) => extent == Extent.Step ? known.Steps : known.Answers;
}
