using Reckon.Inference.Prefixes;

namespace Reckon.Inference.Judging;

/// <summary>The chunks that a slot holds, with their scores and the places to go back to.</summary>
internal sealed class ScoredPath
{
    private readonly List<ScoredChunk> _chunks = [];

    public int Length => _chunks.Count;

    public ScoredChunk this[int index] => _chunks[index];

    /// <summary>How many chunks it has in common with <paramref name="path"/>, from the first on.</summary>
    public int SharedWith(ReadOnlySpan<Chunk> path)
    {
        var shared = 0;
        while (shared < _chunks.Count && shared < path.Length && _chunks[shared].Chunk == path[shared])
        {
            shared++;
        }

        return shared;
    }

    public void CutTo(int length) => _chunks.RemoveRange(length, _chunks.Count - length);

    public void Add(ScoredChunk chunk) => _chunks.Add(chunk);
}
