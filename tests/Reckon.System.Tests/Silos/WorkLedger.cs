using System.Collections.Concurrent;
using System.Collections.Immutable;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.System.Tests.Silos;

/// <summary>Everything that engines drew and judged, step by step, once for each time. Safe for any number of threads.</summary>
internal sealed class WorkLedger
{
    private readonly ConcurrentBag<string> _drawn = [];
    private readonly ConcurrentBag<string> _whole = [];
    private readonly ConcurrentBag<string> _judged = [];

    /// <summary>What was drawn: by problem, seed and path, which says how each step was drawn.</summary>
    public ImmutableArray<string> Drawn => [.. _drawn.Order(StringComparer.Ordinal)];

    /// <summary>
    /// What was drawn and not itself cut off: by problem, seed and text. A verifier is not told which child it judges, so children with one
    /// text are told apart by how many there are.
    /// </summary>
    public ImmutableArray<string> Whole => [.. _whole.Order(StringComparer.Ordinal)];

    /// <summary>What was judged: the same.</summary>
    public ImmutableArray<string> Judged => [.. _judged.Order(StringComparer.Ordinal)];

    /// <summary>Notes what was drawn.</summary>
    public void Add(ExpandRequest request, ProposeReply reply)
    {
        foreach (var (place, proposal) in reply.Proposals.Index())
        {
            var index = request.IndexAt(place);
            var path = $"{NameOf(request.Prefix)}{string.Concat(request.Prefix.Path.Select(child => $".{child}"))}";
            for (var step = 0; step < proposal.Steps.Length; step++)
            {
                _drawn.Add(path += $".{(step == 0 ? index : ChildIndex.Next(index))}");
            }

            AddTexts(_whole, request.Prefix, proposal.Ending == Ending.Truncated ? proposal.Steps[..^1] : proposal.Steps);
        }
    }

    /// <summary>Notes what was judged.</summary>
    public void Add(Prefix prefix, ImmutableArray<Proposal> continuations)
    {
        foreach (var continuation in continuations)
        {
            AddTexts(_judged, prefix, continuation.Steps);
        }
    }

    private static void AddTexts(ConcurrentBag<string> texts, Prefix prefix, ImmutableArray<Step> steps)
    {
        var earlier = prefix.Earlier.SelectMany(answer => answer.Select(step => step.Text).Append("next answer"));
        var text = string.Join('\n', [NameOf(prefix), .. earlier, .. prefix.Steps.Select(step => step.Text)]);
        foreach (var step in steps)
        {
            texts.Add(text += $"\n{step.Text}");
        }
    }

    private static string NameOf(Prefix prefix) => $"{prefix.Problem.Id}/{prefix.Seed}";
}
