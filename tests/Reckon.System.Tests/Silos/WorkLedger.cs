using System.Collections.Concurrent;
using System.Collections.Immutable;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.System.Tests.Silos;

/// <summary>Everything that engines drew and judged, step by step. Safe for any number of threads.</summary>
internal sealed class WorkLedger
{
    private readonly ConcurrentBag<string> _drawn = []; // By problem, seed and path, which says how each step was drawn.
    private readonly ConcurrentBag<string> _toJudge = []; // By the prefix that was continued, and the texts after it.
    private readonly ConcurrentBag<string> _judged = []; // The same.

    /// <summary>Every step that was drawn, once for each time.</summary>
    public ImmutableArray<string> Drawn => [.. _drawn.Order(StringComparer.Ordinal)];

    /// <summary>Every step that was drawn and not cut off on its way, once for each time.</summary>
    public ImmutableArray<string> ToJudge => [.. _toJudge.Order(StringComparer.Ordinal)];

    /// <summary>Every step that was judged, once for each time.</summary>
    public ImmutableArray<string> Judged => [.. _judged.Order(StringComparer.Ordinal)];

    /// <summary>Notes what was drawn.</summary>
    public void Add(ExpandRequest request, ProposeReply reply)
    {
        foreach (var (place, proposal) in reply.Proposals.Index())
        {
            var index = request.IndexAt(place);
            foreach (var step in Enumerable.Range(0, proposal.Steps.Length))
            {
                _drawn.Add($"{Name(request.Prefix)}.{index}{string.Concat(Enumerable.Repeat($".{ChildIndex.Next(index)}", step))}");
            }

            if (proposal.Ending != Ending.Truncated)
            {
                Add(_toJudge, request.Prefix, proposal);
            }
        }
    }

    /// <summary>Notes what was judged.</summary>
    public void Add(Prefix prefix, ImmutableArray<Proposal> continuations)
    {
        foreach (var continuation in continuations)
        {
            Add(_judged, prefix, continuation);
        }
    }

    // A verifier is not told which child it judges: children of one prefix with one text are told apart by how many there are.
    private static void Add(ConcurrentBag<string> steps, Prefix prefix, Proposal continuation)
    {
        var text = Name(prefix);
        foreach (var step in continuation.Steps)
        {
            steps.Add(text += $"\n{step.Text}");
        }
    }

    private static string Name(Prefix prefix) => $"{prefix.Problem.Id}/{prefix.Seed}{string.Concat(prefix.Path.Select(index => $".{index}"))}";
}
