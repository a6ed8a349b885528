using System.Collections.Immutable;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.Coordinator.Nodes;

/// <summary>What was drawn from a node, and what has yet to be.</summary>
internal static class NodeDraws
{
    /// <summary>The children asked for, or null when some of them were never drawn so far.</summary>
    public static ImmutableArray<Proposal>? Find(NodeState state, ExpandRequest request)
    {
        var found = ImmutableArray.CreateBuilder<Proposal>(request.Count);
        for (var place = 0; place < request.Count; place++)
        {
            if (Find(state, request, place) is not { } proposal)
            {
                return null;
            }

            found.Add(proposal);
        }

        return found.MoveToImmutable();
    }

    /// <summary>The first index after those of all sampled children that have been drawn, of whatever extent.</summary>
    public static int Known(NodeState state) => Math.Max(0, state.Children.Keys.DefaultIfEmpty(-1).Max() + 1);

    /// <summary>What has to be drawn before <paramref name="request"/> can be answered: each run of children that are not there.</summary>
    public static ImmutableArray<ExpandRequest> Missing(NodeState state, ExpandRequest request)
    {
        if (!request.Taken.IsEmpty)
        {
            return Find(state, request) is null ? [request] : []; // Each differs from those before it, so they are drawn together.
        }

        var runs = ImmutableArray.CreateBuilder<ExpandRequest>();
        for (var place = 0; place < request.Count; place++)
        {
            var first = place;
            while (place < request.Count && Find(state, request, place) is null)
            {
                place++;
            }

            if (place > first)
            {
                runs.Add(request with { FirstChild = request.IndexAt(first), Count = place - first });
            }
        }

        return runs.ToImmutable();
    }

    /// <summary>Remembers what was drawn for <paramref name="request"/>, one of those that were missing.</summary>
    public static void Add(NodeState state, ExpandRequest request, ProposeReply reply)
    {
        state.PromptTokens = reply.PromptTokens;
        foreach (var (place, proposal) in reply.Proposals.Index())
        {
            state.Children[request.IndexAt(place)] = proposal;
        }
    }

    // A child is one text, however far it was asked for: what was drawn farther begins with what was not.
    private static Proposal? Find(NodeState state, ExpandRequest request, int place) =>
        state.Children.TryGetValue(request.IndexAt(place), out var proposal)
        && (proposal.Ending != Ending.Open || proposal.Steps.Length >= request.Extent.MaxSteps)
            ? proposal.First(request.Extent.MaxSteps)
            : null;
}
