using System.Collections.Immutable;
using System.Globalization;
using Reckon.Contracts.Sweeps;
using Reckon.Search;

namespace Reckon.Coordinator.Stores;

/// <summary>The problems of sweeps, as they were handed in: a map for each sweep, with a field for each chunk.</summary>
internal sealed class SubmissionStore(IRecordStore records, ProblemChunks format)
{
    private const string What = "problems";

    /// <summary>Writes a chunk.</summary>
    public Task WriteAsync(SweepKey sweep, int chunk, ImmutableArray<Problem> problems) => WriteAsync(sweep, [(chunk, format.Pack(problems))]);

    /// <summary>Writes all chunks again.</summary>
    public Task WriteAsync(SweepKey sweep, SubmittedProblems problems) =>
        WriteAsync(sweep, [.. problems.Chunks.Select((chunk, number) => (number, chunk))]);

    /// <summary>The <paramref name="problems"/> problems of a sweep; null where some are missing.</summary>
    public async Task<SubmittedProblems?> TryReadAsync(SweepKey sweep, int problems)
    {
        var chunks = (problems + SweepStart.ChunkSize - 1) / SweepStart.ChunkSize;
        var read = await records.GetAsync(sweep.Of(What), [.. Enumerable.Range(0, chunks).Select(Field)]);
        return SubmittedProblems.TryOpen(format, read, problems);
    }

    /// <summary>Deletes all chunks.</summary>
    public Task DeleteAsync(SweepKey sweep) => records.DeleteAsync([sweep.Of(What)]);

    private async Task WriteAsync(SweepKey sweep, IReadOnlyList<(int Number, byte[] Chunk)> chunks)
    {
        foreach (var (number, chunk) in chunks)
        {
            await records.SetAsync(sweep.Of(What), [new(Field(number), chunk)]);
        }
    }

    private static string Field(int chunk) => chunk.ToString(CultureInfo.InvariantCulture);
}
