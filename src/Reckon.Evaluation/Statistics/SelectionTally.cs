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
    private readonly TieRule _ties;
    private readonly ImmutableArray<PooledCandidate> _candidates;
    private readonly int[] _groups;
    private readonly Standing[] _standings;
    private int _round = 1; // Standings of earlier rounds do not count.
    private int _leader = None;
    private double _most; // The greatest weight of an answer: of so many answers, of which so many are right.
    private int _tied;
    private int _tiedCorrect;

    /// <summary>A tally without a vote.</summary>
    /// <param name="rule">The rule of selection.</param>
    /// <param name="candidates">All that may be added, in the order of drawing.</param>
    /// <param name="ties">What counts where answers are tied.</param>
    public SelectionTally(SelectionRule rule, ImmutableArray<PooledCandidate> candidates, TieRule ties = TieRule.First)
    {
        (_rule, _candidates, _ties) = (rule, candidates, ties);
        var numbers = new Dictionary<int, int>();
        _groups = [.. candidates.Select(candidate => candidate.HasAnswer ? Number(candidate.Group) : None)];
        _standings = new Standing[numbers.Count];

        int Number(int group) => numbers.TryGetValue(group, out var number) ? number : numbers[group] = numbers.Count;
    }

    /// <summary>Whether the chosen candidate is correct; false where none has an answer.</summary>
    public bool IsCorrect => _leader != None && _candidates[_standings[_leader].Best].IsCorrect;

    /// <summary>The chance, in [0, 1], that what is chosen is correct: 0 or 1, unless ties count by their mean.</summary>
    public double Credit => _ties == TieRule.First ? (IsCorrect ? 1 : 0) : _tied == 0 ? 0 : (double)_tiedCorrect / _tied;

    /// <summary>Forgets what was added.</summary>
    public void Clear()
    {
        _round++;
        _leader = None;
        _tied = 0;
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
        var isNew = standing.Round != _round;
        if (isNew)
        {
            standing = new Standing { Round = _round, First = index, Best = index };
        }

        var wasTied = !isNew && standing.Weight == _most;
        var wasCorrect = _candidates[standing.Best].IsCorrect;
        Improve(ref standing, index);
        CountTies(standing.Weight, _candidates[standing.Best].IsCorrect, wasTied, wasCorrect);
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

    private void CountTies(double weight, bool isCorrect, bool wasTied, bool wasCorrect)
    {
        if (_tied == 0 || weight > _most)
        {
            (_most, _tied, _tiedCorrect) = (weight, 1, isCorrect ? 1 : 0);
        }
        else if (weight == _most)
        {
            _tied += wasTied ? 0 : 1;
            _tiedCorrect += (isCorrect ? 1 : 0) - (wasTied && wasCorrect ? 1 : 0);
        }
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
