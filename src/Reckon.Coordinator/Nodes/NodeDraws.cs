using System.Collections.Immutable;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.Coordinator.Nodes;

/// <summary>What was drawn from a node, and what has yet to be.</summary>
internal static class NodeDraws
{
    /// <summary>The children asked for, or null when some of them were never drawn.</summary>
    public static ImmutableArray<Proposal>? Find(NodeState state, ExpandRequest request)
    {
        if (request.FirstChild < 0)
        {
            return FindOthers(state, request);
        }

        var drawn = Of(state, request.Extent);
        if (drawn.Count >= request.FirstChild + request.Count)
        {
            return [.. drawn.Skip(request.FirstChild).Take(request.Count)];
        }

        return request.Extent == Extent.Step ? FirstSteps(state.Answers, request.FirstChild, request.Count) : null;
    }

    /// <summary>How many children have been drawn, of either extent: child i of one begins like child i of the other.</summary>
    public static int Known(NodeState state) => Math.Max(state.Steps.Count, state.Answers.Count);

    /// <summary>What has to be drawn before <paramref name="request"/> can be answered: every child after the known ones.</summary>
    public static ExpandRequest Missing(NodeState state, ExpandRequest request)
    {
        if (request.FirstChild < 0)
        {
            return request; // What differs from what is there cannot be told apart from outside.
        }

        var drawn = Of(state, request.Extent).Count;
        return request with { FirstChild = drawn, Count = request.FirstChild + request.Count - drawn };
    }

    /// <summary>Remembers children that were drawn after those that are there.</summary>
    public static void Append(NodeState state, ExpandRequest request, ProposeReply reply)
    {
        state.PromptTokens = reply.PromptTokens;
        if (request.FirstChild >= 0)
        {
            Of(state, request.Extent).AddRange(reply.Proposals);
            return;
        }

        foreach (var (place, proposal) in reply.Proposals.Index())
        {
            state.Others[request.IndexAt(place)] = proposal;
        }
    }

    // Greedy and distinct children, and revisions. What is there is taken as far as it was asked for.
    private static ImmutableArray<Proposal>? FindOthers(NodeState state, ExpandRequest request)
    {
        var found = ImmutableArray.CreateBuilder<Proposal>(request.Count);
        for (var place = 0; place < request.Count; place++)
        {
            if (!state.Others.TryGetValue(request.IndexAt(place), out var proposal)
                || (proposal.Steps.Length < request.Extent.MaxSteps && proposal.Ending == Ending.Open))
            {
                return null;
            }

            found.Add(proposal.First(request.Extent.MaxSteps));
        }

        return found.MoveToImmutable();
    }

    private static List<Proposal> Of(NodeState state, Extent extent) => extent == Extent.Step ? state.Steps : state.Answers;

    // Child i as a step is the first step of child i as an answer: both are drawn with the same stream. A truncated answer
    // is not reused: its first step may be the one that was cut.
    private static ImmutableArray<Proposal>? FirstSteps(List<Proposal> answers, int first, int count)
    {
        var wanted = answers.Skip(first).Take(count).ToList();
        return wanted.Count == count && wanted.TrueForAll(answer => answer.Ending == Ending.Finished)
            ? [.. wanted.Select(answer => answer.First(1))]
            : null;
    }
}
