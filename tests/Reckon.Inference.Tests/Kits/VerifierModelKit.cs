using Reckon.Inference.Slots;

namespace Reckon.Inference.Tests.Kits;

/// <summary>What every model that judges must do.</summary>
public abstract class VerifierModelKit
{
    /// <summary>Largest difference between a text read at once and read in chunks.</summary>
    protected abstract double Tolerance { get; }

    /// <summary>Opens the model with some slots, and blocks for at least 16 tokens.</summary>
    protected abstract IVerifierModel Open(int slots);

    /// <summary>A text of <paramref name="length"/> tokens that the model may be given; others for other seeds.</summary>
    protected abstract int[] Text(int seed, int length);

    [Fact]
    public void Scores_the_same_chunks_to_the_same_bits_in_any_slot()
    {
        using var model = Open(2);
        var expected = Read(model, 0, Text(1, 8), Text(2, 5));

        Read(model, 1, Text(3, 17));
        model.Clear(1);

        Assert.Equal(expected, Read(model, 1, Text(1, 8), Text(2, 5)));
    }

    [Fact]
    public void Goes_back_to_a_mark_and_on_to_the_same_bits()
    {
        using var model = Open(1);
        Read(model, 0, Text(1, 8));
        var mark = model.Mark(0);
        var expected = model.Extend(0, Text(2, 5)).ToArray();
        model.Extend(0, Text(3, 6));

        model.Rewind(0, mark);

        Assert.Equal(8, model.LengthOf(0));
        Assert.Equal(expected, model.Extend(0, Text(2, 5)).ToArray());
    }

    [Fact]
    public void Scores_a_text_in_chunks_as_at_once_within_the_tolerance()
    {
        using var model = Open(1);
        var whole = Read(model, 0, [.. Text(1, 8), .. Text(2, 5), .. Text(3, 1)]);

        var chunks = Read(model, 0, Text(1, 8), Text(2, 5), Text(3, 1));

        Assert.All(whole.Zip(chunks), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
        Assert.All(whole, score => Assert.InRange(score, 0, 1));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(18)]
    public void Scores_a_chunk_to_the_same_bits_however_it_is_cut_into_two_tokens_or_more(int first)
    {
        using var model = Open(2);
        var text = Text(2, 20);
        Read(model, 0, Text(1, 8), text);
        var expected = model.Extend(0, Text(3, 6)).ToArray();
        var end = model.Mark(0);

        var pieces = Read(model, 1, Text(1, 8), text[..first], text[first..])[(8 + first)..];

        Assert.Equal(Read(model, 0, Text(1, 8), text)[(8 + first)..], pieces);
        Assert.Equal(expected, model.Extend(1, Text(3, 6)).ToArray());
        Assert.Equal(end.State.ToArray(), model.Mark(1).State.ToArray());
    }

    [Fact]
    public void Scores_what_follows_other_texts_otherwise()
    {
        using var model = Open(1);

        Assert.NotEqual(Read(model, 0, Text(1, 8), Text(2, 5))[8..], Read(model, 0, Text(4, 8), Text(2, 5))[8..]);
    }

    [Fact]
    public void Restores_what_it_kept_and_goes_on_to_the_same_bits()
    {
        using var model = Open(2);
        Read(model, 0, Text(1, 8));
        var afterFirst = model.Mark(0);
        model.Extend(0, Text(2, 5));
        var afterSecond = model.Mark(0);
        model.Store(0, 0, [7, 6, 5, 4, 3, 2, 1, 0]);
        model.Store(0, 8, [11, 12, 13, 14, 15]);
        var expected = model.Extend(0, Text(3, 6)).ToArray();
        Read(model, 1, Text(4, 17));
        model.Clear(1);

        model.Restore(1, [7, 6, 5, 4, 3, 2, 1, 0], afterFirst);
        model.Restore(1, [11, 12, 13, 14, 15], afterSecond);

        Assert.Equal(13, model.LengthOf(1));
        Assert.Equal(expected, model.Extend(1, Text(3, 6)).ToArray());
        Assert.ThrowsAny<ArgumentException>(() => model.Restore(1, [0], afterFirst));
    }

    [Fact]
    public void Refuses_what_does_not_fit_and_keeps_what_it_held()
    {
        using var model = Open(1);
        var expected = Read(model, 0, Text(1, 8), Text(2, 5))[8..];
        Read(model, 0, Text(1, 8));

        Assert.ThrowsAny<ArgumentException>(() => { model.Extend(0, new int[model.ContextTokens]); });

        Assert.Equal(8, model.LengthOf(0));
        Assert.Equal(expected, model.Extend(0, Text(2, 5)).ToArray());
    }

    private static float[] Read(IVerifierModel model, int slot, params int[][] chunks)
    {
        model.Clear(slot);
        return [.. chunks.SelectMany(chunk => model.Extend(slot, chunk).ToArray())];
    }
}
