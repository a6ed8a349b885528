using System.Collections.Immutable;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Judging;
using Reckon.Search.Running;

namespace Reckon.Coordinator.Nodes;

/// <summary>What one verifier has said of a node's children, and what it has yet to be asked.</summary>
internal static class NodeJudgements
{
    /// <summary>The verdict on each of the children asked for; null for a truncated one, and for one that was not judged yet.</summary>
    public static ImmutableArray<Verdict?> Find(NodeVerdicts known, ExpandRequest request) =>
        [.. Enumerable.Range(request.FirstChild, request.Count).Select(index => Find(known, request.Extent, index))];

    /// <summary>The places, among the children asked for, of those that the verifier has to be asked about.</summary>
    public static ImmutableArray<int> Missing(NodeVerdicts known, ExpandRequest request, ImmutableArray<Proposal> proposals) =>
    [
        .. Enumerable.Range(0, proposals.Length)
            .Where(place => proposals[place].Ending != Ending.Truncated && Find(known, request.Extent, request.FirstChild + place) is null),
    ];

    /// <summary>Remembers verdicts on the children at <paramref name="places"/> among those asked for.</summary>
    public static void Add(NodeVerdicts known, ExpandRequest request, ImmutableArray<int> places, JudgeReply reply)
    {
        foreach (var (place, verdict) in places.Zip(reply.Verdicts))
        {
            Of(known, request.Extent)[request.FirstChild + place] = verdict;
        }

        known.PromptTokens = reply.PromptTokens;
    }

    // The first step of an answer that was judged was judged with it.
    private static Verdict? Find(NodeVerdicts known, Extent extent, int index) =>
        Of(known, extent).GetValueOrDefault(index)
        ?? (extent == Extent.Step ? known.Answers.GetValueOrDefault(index)?.OfFirstStep() : null);

    private static Dictionary<int, Verdict> Of(NodeVerdicts known, Extent extent) => extent == Extent.Step ? known.Steps : known.Answers;
}
