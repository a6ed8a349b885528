using System.Collections.Immutable;
using Reckon.Contracts.Problems;
using Reckon.Contracts.Sweeps;
using Reckon.Evaluation.Amendments;
using Reckon.Evaluation.Sweeps;

namespace Reckon.Api.Sweeps;

/// <summary>Reads problems of a sweep with their trials, some at a time.</summary>
/// <param name="coordinator">The sweep.</param>
/// <param name="spec">Its spec.</param>
/// <param name="withTrials">Whether their trials are read; without them, none counts as finished.</param>
internal sealed class ProblemReader(ICoordinatorGrain coordinator, SweepSpec spec, bool withTrials)
{
    private const int TrialsAtOnce = 1_000; // That are read from the store together.

    private readonly int _trials = spec.Trials().Length;

    /// <summary>
    /// At most <paramref name="most"/> problems that match, from the place <paramref name="first"/> on, and the place at which the search goes
    /// on; after <paramref name="looked"/> problems it stops.
    /// </summary>
    public async Task<(ImmutableArray<ProblemView> Found, int Next)> FindAsync(int first, int most, int looked, ProblemQuery query)
    {
        var found = ImmutableArray.CreateBuilder<ProblemView>();
        var chunk = withTrials ? Math.Clamp(TrialsAtOnce / _trials, 1, most) : most;
        for (var (place, end) = (first, EndOf(first, looked)); place < end;)
        {
            var entries = await coordinator.GetProblemsAsync(place, Math.Min(chunk, end - place), withTrials);
            foreach (var problem in entries.Select(ViewOf).Where(query.Matches))
            {
                found.Add(problem);
                if (found.Count == most)
                {
                    return (found.ToImmutable(), problem.Place + 1);
                }
            }

            if (entries.Length == 0)
            {
                return (found.ToImmutable(), int.MaxValue);
            }

            place += entries.Length;
        }

        return (found.ToImmutable(), EndOf(first, looked));
    }

    private static int EndOf(int first, int looked) => (int)Math.Min((long)first + looked, int.MaxValue);

    private ProblemView ViewOf(ProblemEntry entry)
    {
        var (problem, finished) = (entry.Problem, entry.Finished);
        return new ProblemView(
            entry.Place, problem.Id, problem.Subject, problem.Level, entry.Phase, finished.Length,
            entry.Phase == ProblemPhase.Done && withTrials ? _trials - finished.Length : 0,
            [.. Enumerable.Range(0, spec.Selectors.Length).Select(rule => finished.Count(trial => trial.IsCorrect(rule)))],
            finished.Sum(trial => trial.Tokens), ProblemDigest.Of(problem));
    }
}
