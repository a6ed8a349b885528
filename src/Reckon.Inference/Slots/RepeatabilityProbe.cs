using Reckon.Inference.Prompts;

namespace Reckon.Inference.Slots;

/// <summary>
/// Checks whether a model on this machine gives the same bits in any batch. Kernels may add in another order for another shape.
/// In that case results depend on timing, and a report must say so.
/// </summary>
public static class RepeatabilityProbe
{
    /// <summary>Tokens that a text needs to be cut in two places.</summary>
    public const int LeastTokens = 5;

    private const int MostRows = 16;
    private const int Longer = 80; // Tokens that a neighbour has more: kernels, and a past that is padded, go by at most 64.
    private const int Slot = 0; // Of a verifier.

    /// <summary>Whether a decode step gives a row the same bits alone and among others, and a text the same however it is cut.</summary>
    /// <param name="model">Its slots are empty afterwards.</param>
    /// <param name="text">At least <see cref="LeastTokens"/> tokens.</param>
    public static bool Passes(IModel model, ReadOnlySpan<int> text)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(text.Length, LeastTokens, nameof(text));
        var passes = DecodesAlike(model, text) && ExtendsAlike(model, text);
        for (var slot = 0; slot < model.Limits.Slots; slot++)
        {
            model.Rewind(slot, 0);
        }

        return passes;
    }

    /// <summary>
    /// Whether a text gets the same bits when it is read again after another, and however it is cut into pieces of two tokens or more.
    /// </summary>
    /// <param name="model">Its first slot is empty afterwards.</param>
    /// <param name="text">At least <see cref="LeastTokens"/> tokens.</param>
    public static bool Passes(IVerifierModel model, ReadOnlySpan<int> text)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(text.Length, LeastTokens, nameof(text));
        var passes = GoesBackAlike(model, text) && ReadsPiecesAlike(model, text);
        model.Clear(Slot);
        return passes;
    }

    private static bool GoesBackAlike(IVerifierModel model, ReadOnlySpan<int> text)
    {
        var middle = text.Length / 2;
        model.Clear(Slot);
        model.Extend(Slot, text[..middle]);
        var mark = model.Mark(Slot);
        var expected = model.Extend(Slot, text[middle..]).ToArray();
        model.Rewind(Slot, mark);
        model.Extend(Slot, text[..middle]);
        model.Rewind(Slot, mark);
        return model.Extend(Slot, text[middle..]).SequenceEqual(expected);
    }

    private static bool ReadsPiecesAlike(IVerifierModel model, ReadOnlySpan<int> text)
    {
        model.Clear(Slot);
        var expected = model.Extend(Slot, text).ToArray();
        var end = model.Mark(Slot);
        model.Clear(Slot);
        model.Extend(Slot, text[..PromptPieces.Least]);
        return model.Extend(Slot, text[PromptPieces.Least..]).SequenceEqual(expected.AsSpan(PromptPieces.Least))
            && model.Mark(Slot).State.Span.SequenceEqual(end.State.Span);
    }

    // Kernels go by pairs, or by as many rows as registers hold.
    private static bool DecodesAlike(IModel model, ReadOnlySpan<int> text)
    {
        model.Prefill(0, text[..^1]);
        var expected = model.Decode(text[^1..]).ToArray();
        foreach (var rows in (ReadOnlySpan<int>)[2, 3, Math.Min(MostRows, model.Limits.Slots)])
        {
            if (rows <= model.Limits.Slots && !DecodeLast(model, text, rows).SequenceEqual(expected))
            {
                return false;
            }
        }

        return model.Limits.Slots < 2 || DecodeBesideLonger(model, text).SequenceEqual(expected);
    }

    // Among rows of all lengths; the last has the text.
    private static ReadOnlySpan<float> DecodeLast(IModel model, ReadOnlySpan<int> text, int rows)
    {
        var last = new int[rows];
        for (var row = 0; row < rows; row++)
        {
            var length = row == rows - 1 ? text.Length - 1 : 2 + (row % (text.Length - 2));
            model.Prefill(row, text[..length]);
            last[row] = row == rows - 1 ? text[^1] : text[row % text.Length];
        }

        return model.Decode(last)[((rows - 1) * model.Limits.Logits)..];
    }

    private static ReadOnlySpan<float> DecodeBesideLonger(IModel model, ReadOnlySpan<int> text)
    {
        var longer = new int[Math.Min(text.Length + Longer, model.Limits.ContextTokens - 1)];
        for (var i = 0; i < longer.Length; i++)
        {
            longer[i] = text[i % text.Length];
        }

        model.Prefill(0, text[..^1]);
        model.Prefill(1, longer);
        int[] last = [text[^1], text[0]];
        return model.Decode(last)[..model.Limits.Logits];
    }

    private static bool ExtendsAlike(IModel model, ReadOnlySpan<int> text)
    {
        var expected = model.Prefill(0, text).ToArray();
        model.Prefill(0, text[..2]);
        return model.Extend(0, text[2..]).SequenceEqual(expected);
    }
}
