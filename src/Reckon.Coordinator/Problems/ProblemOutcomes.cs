using System.Collections.Immutable;
using Reckon.Contracts.Problems;
using Reckon.Coordinator.Stores;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Sweeps;

namespace Reckon.Coordinator.Problems;

/// <summary>What the store holds of one problem of a sweep. What was finished of a sweep that this one adds to is taken over.</summary>
internal sealed class ProblemOutcomes(
    ProblemAssignment assignment, ImmutableArray<TrialSpec> trials, OutcomeStore outcomes, TreesStore trees)
{
    private readonly SweepKey _sweep = new(assignment.SweepId, assignment.Terms.SpecHash);

    private string Problem => assignment.Problem.Id;

    /// <summary>The outcomes that there are, by trial.</summary>
    public async Task<Dictionary<int, StoredOutcome>> ReadAsync()
    {
        var known = (await outcomes.ReadAsync(_sweep, Problem)).ToDictionary(outcome => outcome.Trial.Trial);
        foreach (var hash in assignment.Terms.Amends.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            await TakeOverAsync(_sweep with { SpecHash = hash }, known);
        }

        return known;
    }

    /// <summary>Writes an outcome.</summary>
    public Task AddAsync(StoredOutcome outcome) => outcomes.AddAsync(_sweep, Problem, outcome);

    /// <summary>The trees; null when there are none.</summary>
    public Task<byte[]?> ReadTreesAsync() => trees.ReadAsync(_sweep, Problem);

    /// <summary>Writes the trees.</summary>
    public Task WriteTreesAsync(byte[] content) => trees.WriteAsync(_sweep, Problem, content);

    /// <summary>
    /// Outcomes of another sweep under their places among the trials of this one; those that this one does not have are left out.
    /// </summary>
    public static IEnumerable<StoredOutcome> Among(ImmutableArray<TrialSpec> trials, IEnumerable<StoredOutcome> others)
    {
        var places = trials.Index().ToDictionary(trial => (trial.Item.Strategy.Label, trial.Item.Seed), trial => trial.Index);
        foreach (var other in others)
        {
            var outcome = OutcomeJson.Read(other.Document);
            if (places.TryGetValue((outcome.Run, outcome.Seed), out var place))
            {
                yield return other with { Trial = other.Trial with { Trial = place } };
            }
        }
    }

    // Written under the new sweep before they are deleted under the old one, so that none is lost in between. The outcomes go last: who begins
    // again after a fault finds by them that there is something to delete.
    private async Task TakeOverAsync(SweepKey before, Dictionary<int, StoredOutcome> known)
    {
        var found = await outcomes.ReadAsync(before, Problem);
        StoredOutcome[] taken = [.. Among(trials, found).Where(outcome => !known.ContainsKey(outcome.Trial.Trial))];
        await outcomes.AddAsync(_sweep, Problem, taken);
        foreach (var outcome in taken)
        {
            known[outcome.Trial.Trial] = outcome;
        }

        if (found.Length > 0)
        {
            await trees.DeleteAsync(before, [Problem]);
            await outcomes.DeleteAsync(before, [Problem]);
        }
    }
}
