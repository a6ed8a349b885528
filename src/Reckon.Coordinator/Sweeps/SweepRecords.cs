using System.Collections.Immutable;
using Reckon.Contracts.Sweeps;
using Reckon.Contracts.Terms;
using Reckon.Coordinator.Stores;
using Reckon.Search;

namespace Reckon.Coordinator.Sweeps;

/// <summary>All that the store holds of sweeps besides the states of their coordinators.</summary>
internal sealed class SweepRecords(
    SubmissionStore submissions, OutcomeStore outcomes, TreesStore trees, SweepIndex index, SweepLog log, StoreProbe probe, TimeProvider time)
{
    private const int ProblemsAtOnce = 1_000; // That are deleted with one call.

    /// <summary>The outcomes.</summary>
    public OutcomeStore Outcomes => outcomes;

    /// <summary>The list of sweeps.</summary>
    public SweepIndex Index => index;

    /// <summary>What happened.</summary>
    public SweepLog Log => log;

    /// <summary>Whether the store takes what is written.</summary>
    public StoreProbe Probe => probe;

    /// <summary>The present time.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Writes a chunk of problems.</summary>
    public Task AddProblemsAsync(string sweepId, SweepTerms terms, int chunk, ImmutableArray<Problem> problems) =>
        submissions.WriteAsync(new SweepKey(sweepId, terms.SpecHash), chunk, problems);

    /// <summary>The problems of a sweep; null where some are missing.</summary>
    public Task<SubmittedProblems?> TryReadProblemsAsync(string sweepId, SweepTerms terms, int problems) =>
        submissions.TryReadAsync(new SweepKey(sweepId, terms.SpecHash), problems);

    /// <summary>Writes all problems again.</summary>
    public Task RewriteProblemsAsync(string sweepId, SweepTerms terms, SubmittedProblems problems) =>
        submissions.WriteAsync(new SweepKey(sweepId, terms.SpecHash), problems);

    /// <summary>Records that something happens now.</summary>
    public Task RecordAsync(string sweepId, SweepEventKind kind, SweepOrder order, string what = "") =>
        log.AppendAsync(sweepId, new SweepEvent(Now, kind, order.Who, order.Why) { What = what });

    /// <summary>Records that a sweep is deleted now.</summary>
    public Task RecordDeletedAsync(string sweepId, SweepOrder order) =>
        log.AppendDeletedAsync(new SweepEvent(Now, SweepEventKind.Deleted, order.Who, order.Why) { Sweep = sweepId });

    /// <summary>Deletes the problems that were handed in for a spec.</summary>
    public Task DeleteSubmissionAsync(string sweepId, string specHash) => submissions.DeleteAsync(new SweepKey(sweepId, specHash));

    /// <summary>Deletes all but the entry in the list, which is last: as long as it is there, deleting can be repeated.</summary>
    /// <param name="sweepId">The sweep.</param>
    /// <param name="terms">Its terms.</param>
    /// <param name="problems">The ids of its problems.</param>
    public async Task DeleteAsync(string sweepId, SweepTerms terms, IEnumerable<string> problems)
    {
        string[] hashes = [terms.SpecHash, .. terms.Amends.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        foreach (var some in problems.Chunk(ProblemsAtOnce))
        {
            foreach (var sweep in hashes.Select(hash => new SweepKey(sweepId, hash)))
            {
                await Task.WhenAll(outcomes.DeleteAsync(sweep, some), trees.DeleteAsync(sweep, some));
            }
        }

        await Task.WhenAll(hashes.Select(hash => DeleteSubmissionAsync(sweepId, hash)));
        await log.DeleteAsync(sweepId);
    }
}
