using System.Collections.Immutable;
using CsCheck;
using Reckon.Evaluation.Statistics;
using Reckon.Search.Randomness;
using Reckon.Search.Selecting;

namespace Reckon.Evaluation.Tests.Statistics;

/// <summary>Pools that are made up, and what is true of them by counting.</summary>
internal static class SomePools
{
    /// <summary>Few answers, few scores that add up exactly (sixty-fourths), so many ties; each candidate is correct or not.</summary>
    public static Gen<ImmutableArray<PooledCandidate>> Tied(int least, int most) => Candidates(Gen.Int[0, 3], least, most);

    /// <summary>Hardly a tie of scores.</summary>
    public static Gen<ImmutableArray<PooledCandidate>> Untied(int least, int most) => Candidates(Gen.Int[0, 1 << 30], least, most);

    /// <summary>A pool in which group 0 is right; a third of the answers are.</summary>
    public static CandidatePool Pool(string problemId, long seed, int size)
    {
        var key = RandomKey.Root(seed, problemId);
        return new CandidatePool(problemId, seed, [.. Enumerable.Range(0, size).Select(i => Drawn(key.Child(i)))]);
    }

    /// <summary>Whether what <paramref name="rule"/> chooses among the candidates at <paramref name="members"/> is correct.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="candidates">All candidates.</param>
    /// <param name="members">Ascending indices.</param>
    public static bool IsChosenCorrect(SelectionRule rule, ImmutableArray<PooledCandidate> candidates, IEnumerable<int> members)
    {
        var chosen = members.Select(member => candidates[member]).ToArray();
        return Selection.Choose(rule, [.. chosen.Select(AsCandidate)]) is { } index && chosen[index].IsCorrect;
    }

    /// <summary>The share, of the answers tied under a rule among the candidates at <paramref name="members"/>, that are right.</summary>
    public static double TiedShare(SelectionRule rule, ImmutableArray<PooledCandidate> candidates, IEnumerable<int> members)
    {
        var chosen = members.Select(member => candidates[member]).ToArray();
        var tied = Selection.Tied(rule, [.. chosen.Select(AsCandidate)]);
        return tied.Select(index => chosen[index].IsCorrect ? 1.0 : 0).DefaultIfEmpty().Average();
    }

    /// <summary>What the choice among the candidates at <paramref name="members"/> counts for, in [0, 1].</summary>
    public static double Credit(SelectionRule rule, TieRule ties, ImmutableArray<PooledCandidate> candidates, IEnumerable<int> members) =>
        ties == TieRule.Mean ? TiedShare(rule, candidates, members) : IsChosenCorrect(rule, candidates, members) ? 1 : 0;

    /// <summary>The share of all subsets of <paramref name="k"/> candidates in which the choice is correct.</summary>
    public static double ByCounting(SelectionRule rule, ImmutableArray<PooledCandidate> candidates, int k, TieRule ties = TieRule.First) =>
        Enumerable.Range(0, 1 << candidates.Length)
            .Where(mask => int.PopCount(mask) == k)
            .Select(mask => Enumerable.Range(0, candidates.Length).Where(i => (mask & (1 << i)) != 0))
            .Average(members => Credit(rule, ties, candidates, members));

    private static Gen<ImmutableArray<PooledCandidate>> Candidates(Gen<int> scores, int least, int most) => Gen
        .Select(Gen.Int[-1, 3], scores, Gen.Bool, (group, score, isCorrect) =>
            new PooledCandidate(group < 0 ? group : group * 1000, Math.ScaleB(score, score > 64 ? -30 : -6), group >= 0 && isCorrect))
        .Array[least, most]
        .Select(candidates => candidates.ToImmutableArray());

    // One in ten has no answer, and right ones score higher.
    private static PooledCandidate Drawn(RandomKey key)
    {
        var group = key.Uniform(0) < 0.1 ? PooledCandidate.NoAnswer : (int)(key.Uniform(1) * key.Uniform(1) * 6);
        return new PooledCandidate(group, group == 0 ? Math.Sqrt(key.Uniform(2)) : key.Uniform(2), group == 0);
    }

    private static Candidate AsCandidate(PooledCandidate candidate) =>
        new(candidate.HasAnswer ? $"{candidate.Group}" : null, candidate.Score);
}
