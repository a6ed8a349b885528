using System.Collections.Immutable;
using Reckon.Search.Selecting;

namespace Reckon.Evaluation.Statistics;

/// <summary>
/// <see cref="Selection"/> one candidate at a time: knows whether the choice among those added so far is correct, whatever the
/// order in which they were added. Adding takes constant time. For one thread.
/// </summary>
/// <remarks>
/// Adding a candidate only improves its own answer (more weight, given no later), so the leader needs no search. Sums of scores add up
/// as candidates are added; in another order than that of drawing, sums that differ by rounding alone may compare differently.
/// </remarks>
public sealed class SelectionTally
{
    private const int None = -1;

    private readonly SelectionRule _rule;
    private readonly ImmutableArray<PooledCandidate> _candidates;
    private readonly int[] _groups;
    private readonly Standing[] _standings;
    private int _round = 1; // Standings of earlier rounds do not count.
    private int _leader = None;

    /// <summary>A tally without a vote.</summary>
    /// <param name="rule">The rule of selection.</param>
    /// <param name="candidates">All that may be added, in the order of drawing.</param>
    public SelectionTally(SelectionRule rule, ImmutableArray<PooledCandidate> candidates)
    {
        (_rule, _candidates) = (rule, candidates);
        var numbers = new Dictionary<int, int>();
        _groups = [.. candidates.Select(candidate => candidate.HasAnswer ? Number(candidate.Group) : None)];
        _standings = new Standing[numbers.Count];

        int Number(int group) => numbers.TryGetValue(group, out var number) ? number : numbers[group] = numbers.Count;
    }

    /// <summary>Whether the chosen candidate is correct; false where none has an answer.</summary>
    public bool IsCorrect => _leader != None && _candidates[_standings[_leader].Best].IsCorrect;

    /// <summary>Forgets what was added.</summary>
    public void Clear()
    {
        _round++;
        _leader = None;
    }

    /// <summary>Adds the candidate at <paramref name="index"/>, which was not added before.</summary>
    public void Add(int index)
    {
        var group = _groups[index];
        if (group == None)
        {
            return;
        }

        ref var standing = ref _standings[group];
        if (standing.Round != _round)
        {
            standing = new Standing { Round = _round, First = index, Best = index };
        }

        Improve(ref standing, index);
        if (_leader == None || Leads(standing, _standings[_leader]))
        {
            _leader = group;
        }
    }

    private void Improve(ref Standing standing, int index)
    {
        var (score, best) = (_candidates[index].Score, _candidates[standing.Best].Score);
        standing.First = Math.Min(standing.First, index);
        if (score > best || (score == best && index < standing.Best))
        {
            standing.Best = index;
        }

        standing.Weight = _rule switch
        {
            SelectionRule.Majority => standing.Weight + 1,
            SelectionRule.Best => Math.Max(score, best),
            SelectionRule.Weighted => standing.Weight + score,
            _ => throw new InvalidOperationException($"Unknown selection rule {_rule}."),
        };
    }

    private static bool Leads(in Standing one, in Standing other) =>
        one.Weight > other.Weight || (one.Weight == other.Weight && one.First < other.First);

    // What an answer has so far: its weight under the rule, and its earliest and its best-scored candidate.
    private struct Standing
    {
        public int Round;
        public int First;
        public int Best;
        public double Weight;
    }
}
