using Reckon.Inference.Engines;
using Reckon.Inference.Slots;

namespace Reckon.Inference.Tests.Judging;

/// <summary>A simulated verifier that fails or answers nonsense on command.</summary>
internal sealed class GatedVerifierModel(IVerifierModel inner) : IVerifierModel
{
    /// <summary>A chunk with this token gets no numbers.</summary>
    public int? NaNToken { get; set; }

    /// <summary>A chunk with this token cannot be read.</summary>
    public int? Poison { get; set; }

    /// <summary>Tokens of a run for which there is memory.</summary>
    public int MostTokens { get; set; } = int.MaxValue;

    /// <summary>Whether scores change a little with the length of a chunk, as they do with some kernels.</summary>
    public bool MindsItsChunks { get; init; }

    /// <summary>Whether scores change a little with all that was read before.</summary>
    public bool MindsItsPast { get; init; }

    /// <summary>Called before each run.</summary>
    public Action<int> Reading { get; set; } = _ => { };

    public int Slots => inner.Slots;

    public int ContextTokens => inner.ContextTokens;

    public int Blocks => inner.Blocks;

    /// <summary>Chunks read.</summary>
    public int Runs { get; private set; }

    public int LengthOf(int slot) => inner.LengthOf(slot);

    public void Clear(int slot) => inner.Clear(slot);

    public ReadOnlySpan<float> Extend(int slot, ReadOnlySpan<int> chunk)
    {
        Reading(++Runs);
        if (Poison is { } poison && chunk.Contains(poison))
        {
            throw new InvalidOperationException($"The token {poison} cannot be read.");
        }

        if (chunk.Length > MostTokens)
        {
            throw new DeviceMemoryException(new InvalidOperationException($"No memory for {chunk.Length}."));
        }

        var scores = inner.Extend(slot, chunk);
        if (MindsItsChunks || MindsItsPast)
        {
            var off = 1e-4f * (MindsItsChunks ? chunk.Length : Runs);
            return scores.ToArray().Select(score => score * (1 - off)).ToArray();
        }

        return NaNToken is { } token && chunk.Contains(token) ? Enumerable.Repeat(float.NaN, chunk.Length).ToArray() : scores;
    }

    public SlotMark Mark(int slot) => inner.Mark(slot);

    public void Rewind(int slot, SlotMark mark) => inner.Rewind(slot, mark);

    public void Store(int slot, int start, ReadOnlySpan<int> blocks) => inner.Store(slot, start, blocks);

    public void Restore(int slot, ReadOnlySpan<int> blocks, SlotMark after) => inner.Restore(slot, blocks, after);

    public void Dispose() => inner.Dispose();
}
