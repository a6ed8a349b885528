using Reckon.Inference.Slots;

namespace Reckon.Inference.Simulation;

/// <summary>A verifier without a network: its score tells whether a path is still right, more or less clearly.</summary>
public sealed class SimulatedVerifierModel : IVerifierModel
{
    private readonly SimulatedLanguage _language;
    private readonly SimulatedSlot[] _slots;
    private readonly SimulatedBlocks _blocks;
    private readonly float[] _scores;
    private readonly DevicePace _pace;

    /// <param name="language">How sharp it is. Its seed must be the proposer's, or the two disagree on what is right.</param>
    /// <param name="slots">Sequences held at once.</param>
    /// <param name="contextTokens">Longest sequence.</param>
    /// <param name="pace">How long runs take.</param>
    /// <param name="blocks">Tokens that can be kept outside the slots.</param>
    public SimulatedVerifierModel(SimulatedLanguage language, int slots, int contextTokens, DevicePace pace, int blocks = 0)
    {
        (Blocks, _blocks) = (blocks, new SimulatedBlocks(blocks));
        (_language, _pace, ContextTokens) = (language, pace, contextTokens);
        _slots = [.. Enumerable.Range(0, slots).Select(_ => new SimulatedSlot(language))];
        _scores = new float[contextTokens];
    }

    /// <inheritdoc/>
    public int Slots => _slots.Length;

    /// <inheritdoc/>
    public int ContextTokens { get; }

    /// <inheritdoc/>
    public int Blocks { get; }

    /// <inheritdoc/>
    public int LengthOf(int slot) => _slots[slot].Length;

    /// <inheritdoc/>
    public void Clear(int slot) => _slots[slot].Rewind(0);

    /// <inheritdoc/>
    public ReadOnlySpan<float> Extend(int slot, ReadOnlySpan<int> chunk)
    {
        ArgumentOutOfRangeException.ThrowIfZero(chunk.Length, nameof(chunk));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_slots[slot].Length + chunk.Length, ContextTokens, nameof(chunk));
        _pace.WaitForRun(chunk.Length);
        for (var i = 0; i < chunk.Length; i++)
        {
            _slots[slot].Read(chunk[i]);
            _scores[i] = (float)ScoreOf(_slots[slot].Reader);
        }

        return _scores.AsSpan(0, chunk.Length);
    }

    /// <inheritdoc/>
    public SlotMark Mark(int slot) => new(LengthOf(slot), ReadOnlyMemory<float>.Empty);

    /// <inheritdoc/>
    public void Rewind(int slot, SlotMark mark) => _slots[slot].Rewind(mark.Length);

    /// <inheritdoc/>
    public void Store(int slot, int start, ReadOnlySpan<int> blocks) => _blocks.Store(_slots[slot], start, blocks);

    /// <inheritdoc/>
    public void Restore(int slot, ReadOnlySpan<int> blocks, SlotMark after)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(_slots[slot].Length + blocks.Length, after.Length, nameof(after));
        _blocks.Restore(_slots[slot], blocks);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Holds nothing.
    }

    private double ScoreOf(SimulatedReader reader)
    {
        var noise = SimulatedHash.Normal(SimulatedHash.Mix(reader.History, 0x5C0FE)) * _language.VerifierNoise;
        var odds = (reader.IsRight ? _language.VerifierSharpness : -_language.VerifierSharpness) + noise;
        return 1 / (1 + Math.Exp(-odds));
    }
}
