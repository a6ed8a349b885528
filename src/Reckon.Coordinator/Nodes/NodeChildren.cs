using System.Collections.Immutable;
using Reckon.Search;
using Reckon.Search.Running;

namespace Reckon.Coordinator.Nodes;

/// <summary>What a search node can answer from memory, and what it must have drawn.</summary>
internal static class NodeChildren
{
    /// <summary>The children from <paramref name="first"/> on, or null when some of them were never drawn.</summary>
    public static ImmutableArray<Child>? Find(NodeState state, Extent extent, int first, int count)
    {
        var drawn = extent == Extent.Step ? state.Steps : state.Answers;
        if (drawn.Count >= first + count)
        {
            return [.. drawn.Skip(first).Take(count)];
        }

        return extent == Extent.Step ? FirstSteps(state.Answers, first, count) : null;
    }

    /// <summary>How many children of this extent are there, so that drawing goes on behind them.</summary>
    public static int Count(NodeState state, Extent extent) => (extent == Extent.Step ? state.Steps : state.Answers).Count;

    /// <summary>How many children are there of either extent: child i of one begins like child i of the other.</summary>
    public static int Known(NodeState state) => Math.Max(state.Steps.Count, state.Answers.Count);

    /// <summary>Remembers children that were drawn behind those that are there.</summary>
    public static void Append(NodeState state, Extent extent, ExpandReply reply)
    {
        (extent == Extent.Step ? state.Steps : state.Answers).AddRange(reply.Children);
        state.PromptTokens = reply.PromptTokens;
        state.VerifierPromptTokens = reply.VerifierPromptTokens;
    }

    // Child i as a step is the first step of child i as an answer: both are drawn with the same stream. A truncated answer
    // was not judged, so it lends nothing.
    private static ImmutableArray<Child>? FirstSteps(List<Child> answers, int first, int count)
    {
        var wanted = answers.Skip(first).Take(count).ToList();
        return wanted.Count == count && wanted.TrueForAll(answer => answer.Ending == Ending.Finished)
            ? [.. wanted.Select(FirstStep)]
            : null;
    }

    private static Child FirstStep(Child answer) =>
        answer.Steps.Length == 1 ? answer : new Child(answer.Index, [answer.Steps[0]], [answer.Scores[0]], Ending.Open);
}
