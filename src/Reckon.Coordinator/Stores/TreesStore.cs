using System.Globalization;
using Reckon.Evaluation.Documents;
using Reckon.Grading;

namespace Reckon.Coordinator.Stores;

/// <summary>Keeps the trees of problems, in the store and nowhere else. The field says in which form they were written and by which version of grading they were graded.</summary>
internal sealed class TreesStore(IRecordStore records)
{
    private const string What = "trees";
    private static readonly string _field = string.Create(CultureInfo.InvariantCulture, $"{ProblemTreesJson.Form} {GradingVersion.Current}");

    /// <summary>The trees of a problem, written and graded as the program does now; null when there are none.</summary>
    public async Task<byte[]?> ReadAsync(SweepKey sweep, string problemId) =>
        (await records.GetAsync(sweep.Of(What, problemId), [_field]))[0];

    /// <summary>Saves the trees of a problem: a member of a gzip file.</summary>
    public Task WriteAsync(SweepKey sweep, string problemId, byte[] trees) =>
        records.SetAsync(sweep.Of(What, problemId), [new(_field, trees)]);

    /// <summary>Deletes the trees of some problems.</summary>
    public Task DeleteAsync(SweepKey sweep, IEnumerable<string> problemIds) =>
        records.DeleteAsync([.. problemIds.Select(problem => sweep.Of(What, problem))]);
}
