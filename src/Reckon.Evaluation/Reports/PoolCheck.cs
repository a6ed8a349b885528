using System.Collections.Immutable;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Statistics;
using Reckon.Evaluation.Strategies;

namespace Reckon.Evaluation.Reports;

/// <summary>Refuses pools that the trials of a run cannot have drawn.</summary>
internal static class PoolCheck
{
    /// <summary>Throws unless <paramref name="pool"/> can be one of <paramref name="run"/>.</summary>
    /// <exception cref="ArgumentException">It is of another seed, or holds what no pool can.</exception>
    public static void ThrowIfImpossible(CandidatePool pool, StrategySpec run, ImmutableArray<long> seeds)
    {
        if (!seeds.Contains(pool.Seed))
        {
            throw Wrong(pool, run, "is of no seed of the sweep");
        }

        if (pool.Candidates.IsDefault || pool.Candidates.Length > run.N)
        {
            throw Wrong(pool, run, $"does not have at most {run.N} candidates");
        }

        if (pool.Candidates.Any(candidate => !IsPossible(candidate)))
        {
            throw Wrong(pool, run, "has a candidate of a group below -1, with a score that is not in [0, 1], or correct without an answer");
        }
    }

    /// <summary>What is wrong with <paramref name="pool"/>.</summary>
    public static ArgumentException Wrong(CandidatePool pool, StrategySpec run, string what) =>
        new($"The pool of problem {Quoted.Of(pool.ProblemId)}, {run.Label}, seed {pool.Seed} {what}.", nameof(pool));

    private static bool IsPossible(PooledCandidate candidate) =>
        candidate is { Group: >= PooledCandidate.NoAnswer, Score: >= 0 and <= 1 } && (candidate.HasAnswer || !candidate.IsCorrect);
}
