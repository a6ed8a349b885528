using System.Collections.Immutable;
using Reckon.Search.Drawing;
using Reckon.Search.Judging;
using Reckon.Search.Trees;

namespace Reckon.Search.Running;

/// <summary>
/// The steps that the searches of one problem and seed have drawn so far, by path, however they were asked for. An answer that was drawn
/// whole and the same path walked step by step are one and the same, so either serves the other.
/// </summary>
public sealed class KnownSteps
{
    private readonly Entry _root = new(null, default, 0, 0);

    /// <summary>Remembers what was drawn.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="branches">What came.</param>
    public void Add(ExpandRequest request, ImmutableArray<Branch> branches)
    {
        for (var place = 0; place < branches.Length; place++)
        {
            Add(EntryAt(request.Prefix.Path), request.IndexAt(place), branches[place]);
        }
    }

    /// <summary>
    /// The child of a prefix as far as it is known: as many of its steps as it is to have, fewer where the rest was never drawn, and none
    /// where nothing was. Steps without a verdict end it where one is wanted.
    /// </summary>
    /// <param name="path">The prefix.</param>
    /// <param name="index">The child.</param>
    /// <param name="extent">How far it is to go.</param>
    /// <param name="isJudged">Whether verdicts are wanted.</param>
    public Branch? Find(ImmutableArray<int> path, int index, Extent extent, bool isJudged)
    {
        List<Entry> steps = [];
        for (var next = Find(path)?.Child(index); next is not null && steps.Count < extent.MaxSteps; next = next.Child(ChildIndex.Next(index)))
        {
            steps.Add(next);
        }

        // What was truncated is judged nowhere along its way.
        var known = isJudged && steps is not [.., { Ending: Ending.Truncated }] ? [.. steps.TakeWhile(step => step.Score is not null)] : steps;
        return known.Count == 0 ? null : BranchOf(known, isJudged);
    }

    private static Branch BranchOf(List<Entry> steps, bool isJudged)
    {
        var proposal = new Proposal([.. steps.Select(entry => entry.Step!)], steps[^1].Ending);
        var isTruncated = proposal.Ending == Ending.Truncated;
        return new Branch(proposal, isJudged && !isTruncated
            ? new Verdict([.. steps.Select(entry => entry.Score!.Value)], [.. steps.Select(entry => entry.VerifierTokens)])
            : null);
    }

    private static void Add(Entry parent, int index, Branch branch)
    {
        var (steps, last) = (branch.Proposal.Steps, branch.Proposal.Steps.Length - 1);
        for (var i = 0; i <= last; i++)
        {
            var entry = parent.Child(i == 0 ? index : ChildIndex.Next(index));
            var isEnd = i == last && branch.Proposal.Ending != Ending.Open;
            if (entry is null || (branch.Verdict is not null && entry.Score is null))
            {
                var known = new Entry(
                    steps[i], isEnd ? branch.Proposal.Ending : Ending.Open, branch.Verdict?.Scores[i], branch.Verdict?.Tokens[i] ?? 0);
                entry = parent.Put(i == 0 ? index : ChildIndex.Next(index), known, entry);
            }

            parent = entry;
        }
    }

    private Entry? Find(ImmutableArray<int> path)
    {
        var entry = _root;
        foreach (var index in path)
        {
            if (entry.Child(index) is not { } next)
            {
                return null;
            }

            entry = next;
        }

        return entry;
    }

    // Where a prefix was drawn by another process, only its end is known.
    private Entry EntryAt(ImmutableArray<int> path)
    {
        var entry = _root;
        foreach (var index in path)
        {
            entry = entry.Child(index) ?? entry.Put(index, new Entry(null, Ending.Open, null, 0), null);
        }

        return entry;
    }

    private sealed class Entry(Step? step, Ending ending, double? score, int verifierTokens)
    {
        private Dictionary<int, Entry>? _children;

        public Step? Step => step;

        public Ending Ending => ending;

        public double? Score => score;

        public int VerifierTokens => verifierTokens;

        public Entry? Child(int index) => _children?.GetValueOrDefault(index) is { Step: not null } child ? child : null;

        public Entry Put(int index, Entry child, Entry? before)
        {
            child._children = before?._children ?? _children?.GetValueOrDefault(index)?._children;
            return (_children ??= [])[index] = child;
        }
    }
}
