using System.Collections.Immutable;
using Reckon.Contracts.Sweeps;
using Reckon.Search;

namespace Reckon.Coordinator.Stores;

/// <summary>
/// The problems of a sweep in memory: their ids, and the rest packed as it is stored, about a hundred bytes a problem, so that it can be
/// written again where the store loses it. For one thread.
/// </summary>
internal sealed class SubmittedProblems
{
    private const int MostUnpacked = 4; // Problems run in order, so those that run at once are in one or two chunks.

    private readonly ProblemChunks _format;
    private readonly Dictionary<int, ImmutableArray<Problem>> _unpacked = [];

    private SubmittedProblems(ProblemChunks format, ImmutableArray<byte[]> chunks, ImmutableArray<string> ids) =>
        (_format, Chunks, Ids) = (format, chunks, ids);

    /// <summary>The chunks, packed, in order.</summary>
    public ImmutableArray<byte[]> Chunks { get; }

    /// <summary>The ids of the problems, in the dataset's order.</summary>
    public ImmutableArray<string> Ids { get; }

    /// <summary>The problem at <paramref name="place"/>, from 0.</summary>
    public Problem this[int place] => Unpacked(place / SweepStart.ChunkSize)[place % SweepStart.ChunkSize];

    /// <summary>The problems in <paramref name="chunks"/>; null if they are not <paramref name="problems"/>, each with its own id.</summary>
    public static SubmittedProblems? TryOpen(ProblemChunks format, IReadOnlyList<byte[]?> chunks, int problems)
    {
        var ids = ImmutableArray.CreateBuilder<string>(problems);
        foreach (var chunk in chunks)
        {
            ids.AddRange(chunk is null ? [] : format.Unpack(chunk).Select(problem => problem.Id));
        }

        return ids.Count == problems && ids.Distinct().Count() == problems
            ? new SubmittedProblems(format, [.. chunks.OfType<byte[]>()], ids.ToImmutable())
            : null;
    }

    private ImmutableArray<Problem> Unpacked(int chunk)
    {
        if (_unpacked.TryGetValue(chunk, out var known))
        {
            return known;
        }

        if (_unpacked.Count >= MostUnpacked)
        {
            _unpacked.Clear();
        }

        return _unpacked[chunk] = _format.Unpack(Chunks[chunk]);
    }
}
