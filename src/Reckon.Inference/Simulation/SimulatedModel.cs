using Reckon.Inference.Slots;

namespace Reckon.Inference.Simulation;

/// <summary>
/// A proposer without a network: it writes a few steps, each a choice that is right with a chance that depends on the
/// problem, then an answer that is right if all choices were. Whole sweeps run on it, in no time or at a device's pace.
/// </summary>
public sealed class SimulatedModel : IModel
{
    private const float Impossible = -1000f;
    private const float Ripple = 0.01f; // Makes logits differ after any two texts, and no draw.
    private readonly SimulatedSlot[] _slots;
    private readonly SimulatedBlocks _blocks;
    private readonly float[] _logits;
    private readonly DevicePace _pace;

    /// <param name="language">How well it does.</param>
    /// <param name="slots">Sequences held at once.</param>
    /// <param name="contextTokens">Longest sequence.</param>
    /// <param name="pace">How long runs take.</param>
    /// <param name="blocks">Tokens that can be kept outside the slots.</param>
    public SimulatedModel(SimulatedLanguage language, int slots, int contextTokens, DevicePace pace, int blocks = 0)
    {
        Limits = new ModelLimits(slots, contextTokens, new SimulatedTokenizer().Size) { Blocks = blocks };
        _blocks = new SimulatedBlocks(blocks);
        _slots = [.. Enumerable.Range(0, slots).Select(_ => new SimulatedSlot(language))];
        _logits = new float[slots * Limits.Logits];
        _pace = pace;
    }

    /// <inheritdoc/>
    public ModelLimits Limits { get; }

    /// <inheritdoc/>
    public int LengthOf(int slot) => _slots[slot].Length;

    /// <inheritdoc/>
    public ReadOnlySpan<float> Prefill(int slot, ReadOnlySpan<int> tokens)
    {
        _slots[slot].Rewind(0);
        return Extend(slot, tokens);
    }

    /// <inheritdoc/>
    public ReadOnlySpan<float> Extend(int slot, ReadOnlySpan<int> tokens)
    {
        ArgumentOutOfRangeException.ThrowIfZero(tokens.Length, nameof(tokens));
        Require(slot, tokens.Length);
        _pace.WaitForRun(tokens.Length);
        foreach (var token in tokens)
        {
            _slots[slot].Read(token);
        }

        WriteLogits(_slots[slot].Reader, _logits.AsSpan(0, Limits.Logits));
        return _logits.AsSpan(0, Limits.Logits);
    }

    /// <inheritdoc/>
    public ReadOnlySpan<float> Decode(ReadOnlySpan<int> tokens)
    {
        ArgumentOutOfRangeException.ThrowIfZero(tokens.Length, nameof(tokens));
        for (var row = 0; row < tokens.Length; row++)
        {
            ArgumentOutOfRangeException.ThrowIfZero(_slots[row].Length, nameof(tokens));
            Require(row, tokens: 1);
        }

        _pace.WaitForRun(tokens.Length);
        for (var row = 0; row < tokens.Length; row++)
        {
            _slots[row].Read(tokens[row]);
            WriteLogits(_slots[row].Reader, _logits.AsSpan(row * Limits.Logits, Limits.Logits));
        }

        return _logits.AsSpan(0, tokens.Length * Limits.Logits);
    }

    /// <inheritdoc/>
    public void Fork(int source, int target) => _slots[target].CopyFrom(_slots[source]);

    /// <inheritdoc/>
    public void MoveRow(int source, int target)
    {
        if (source != target)
        {
            Fork(source, target);
            Rewind(source, 0);
        }
    }

    /// <inheritdoc/>
    public void Store(int slot, int start, ReadOnlySpan<int> blocks) => _blocks.Store(_slots[slot], start, blocks);

    /// <inheritdoc/>
    public void Restore(int slot, ReadOnlySpan<int> blocks)
    {
        Require(slot, blocks.Length);
        _blocks.Restore(_slots[slot], blocks);
    }

    /// <inheritdoc/>
    public void Rewind(int slot, int length) => _slots[slot].Rewind(length);

    /// <inheritdoc/>
    public void Dispose()
    {
        // Holds nothing.
    }

    private void Require(int slot, int tokens) =>
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_slots[slot].Length + tokens, Limits.ContextTokens, nameof(tokens));

    private static void WriteLogits(SimulatedReader reader, Span<float> logits)
    {
        for (var token = 0; token < logits.Length; token++)
        {
            logits[token] = Impossible + (Ripple * (float)SimulatedHash.Uniform(SimulatedHash.Mix(reader.History, (ulong)token)));
        }

        if (!reader.IsChoice)
        {
            logits[reader.Expected()] = 0;
            return;
        }

        var (right, wrong) = (
            Math.Log(reader.Chance / SimulatedLanguage.RightLetters),
            Math.Log((1 - reader.Chance) / (SimulatedLanguage.Letters - SimulatedLanguage.RightLetters)));
        for (var letter = 0; letter < SimulatedLanguage.Letters; letter++)
        {
            var isRight = SimulatedLanguage.IsRight(reader.Problem, reader.Step, letter);
            logits[SimulatedTokenizer.FirstByte + 'a' + letter] = (float)(isRight ? right : wrong);
        }
    }
}
