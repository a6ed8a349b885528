using System.Collections.Immutable;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Judging;
using Reckon.Search.Running;

namespace Reckon.Coordinator.Nodes;

/// <summary>One verifier's verdicts on a node's children, and those that are still missing.</summary>
internal static class NodeJudgements
{
    /// <summary>
    /// The verdict on each of the children asked for; null for a truncated one, and for one that has not been judged yet.
    /// </summary>
    public static ImmutableArray<Verdict?> Find(NodeVerdicts known, ExpandRequest request) =>
        [.. Enumerable.Range(request.FirstChild, request.Count).Select(index => Find(known, request.Extent, index))];

    /// <summary>The places, among the children asked for, of those that still need a verdict.</summary>
    public static ImmutableArray<int> Missing(NodeVerdicts known, ExpandRequest request, ImmutableArray<Proposal> proposals) =>
    [
        .. Enumerable.Range(0, proposals.Length)
            .Where(place => proposals[place].Ending != Ending.Truncated && Find(known, request.Extent, request.FirstChild + place) is null),
    ];

    /// <summary>Adds verdicts on the children at <paramref name="places"/> among those asked for.</summary>
    public static void Add(NodeVerdicts known, ExpandRequest request, ImmutableArray<int> places, JudgeReply reply)
    {
        foreach (var (place, verdict) in places.Zip(reply.Verdicts))
        {
            Of(known, request.Extent)[request.FirstChild + place] = verdict;
        }

        known.PromptTokens = reply.PromptTokens;
    }

    // When an answer is judged, its first step is judged too.
    private static Verdict? Find(NodeVerdicts known, Extent extent, int index) =>
        Of(known, extent).GetValueOrDefault(index)
        ?? (extent == Extent.Step ? known.Answers.GetValueOrDefault(index)?.OfFirstStep() : null);

    private static Dictionary<int, Verdict> Of(NodeVerdicts known, Extent extent) => extent == Extent.Step ? known.Steps : known.Answers;
}
