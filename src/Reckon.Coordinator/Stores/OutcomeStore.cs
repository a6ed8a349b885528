using System.Collections.Immutable;
using System.Globalization;

namespace Reckon.Coordinator.Stores;

/// <summary>
/// The outcomes of sweeps: a map for each problem, with a field for each trial. An outcome is written once, alone, and read by whoever wants
/// it.
/// </summary>
internal sealed class OutcomeStore(IRecordStore records)
{
    private const string What = "outcomes";

    /// <summary>Writes outcomes of one problem: all of them or none.</summary>
    public Task AddAsync(SweepKey sweep, string problemId, params IReadOnlyList<StoredOutcome> outcomes) => records.SetAsync(
        sweep.Of(What, problemId),
        [.. outcomes.Select(outcome => new KeyValuePair<string, ReadOnlyMemory<byte>>(Field(outcome.Trial.Trial), OutcomeRecord.Write(outcome)))]);

    /// <summary>All outcomes of one problem, by trial.</summary>
    public async Task<ImmutableArray<StoredOutcome>> ReadAsync(SweepKey sweep, string problemId)
    {
        var fields = await records.GetAllAsync(sweep.Of(What, problemId));
        return
        [
            .. fields.Select(field => OutcomeRecord.TryRead(int.Parse(field.Key, CultureInfo.InvariantCulture), field.Value))
                .OfType<StoredOutcome>()
                .OrderBy(outcome => outcome.Trial.Trial),
        ];
    }

    /// <summary>
    /// The documents of <paramref name="count"/> trials of one problem, from the place <paramref name="first"/> on; null for one without an
    /// outcome.
    /// </summary>
    public async Task<ImmutableArray<string?>> DocumentsAsync(SweepKey sweep, string problemId, int first, int count)
    {
        var values = await records.GetAsync(sweep.Of(What, problemId), [.. Enumerable.Range(first, count).Select(Field)]);
        return [.. values.Select((value, place) => value is null ? null : OutcomeRecord.TryRead(first + place, value)?.Document)];
    }

    /// <summary>Deletes all outcomes of some problems.</summary>
    public Task DeleteAsync(SweepKey sweep, IEnumerable<string> problemIds) =>
        records.DeleteAsync([.. problemIds.Select(problem => sweep.Of(What, problem))]);

    private static string Field(int trial) => trial.ToString(CultureInfo.InvariantCulture);
}
