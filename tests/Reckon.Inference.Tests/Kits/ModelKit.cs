using CsCheck;
using Reckon.Inference.Slots;

namespace Reckon.Inference.Tests.Kits;

/// <summary>What every model must do.</summary>
public abstract class ModelKit
{
    private const int Slots = 6;

    /// <summary>Largest difference between a text read at once and read token by token: the two paths add up in other orders.</summary>
    protected abstract double Tolerance { get; }

    /// <summary>Largest difference between a text that came into a slot by any operations and the same read at once.</summary>
    protected abstract double OperationTolerance { get; }

    /// <summary>Opens the model with some slots, and blocks for at least 16 tokens.</summary>
    protected abstract IModel Open(int slots);

    /// <summary>A text of <paramref name="length"/> tokens that the model may be given; others for other seeds.</summary>
    protected abstract int[] Text(int seed, int length);

    [Fact]
    public void Decodes_a_row_to_the_same_bits_alone_and_in_any_batch()
    {
        using var model = Open(Slots);
        var alone = Enumerable.Range(0, Slots).Select(row => DecodeAlone(model, row)).ToArray();

        foreach (var order in (int[][])[[0, 1, 2, 3, 4, 5], [5, 4, 3, 2, 1, 0], [3, 0, 4]])
        {
            foreach (var (row, text) in order.Index())
            {
                model.Prefill(row, Text(text, 5 + text));
            }

            var logits = model.Decode([.. order.Select(text => Text(text, 20)[text + 5])]);

            var width = model.Limits.Logits;
            foreach (var (row, text) in order.Index())
            {
                Assert.Equal(alone[text], logits.Slice(row * width, width).ToArray());
            }
        }
    }

    [Fact]
    public void Decodes_a_row_to_the_same_bits_beside_a_slot_that_is_full()
    {
        using var model = Open(2);
        var expected = DecodeAlone(model, 1);
        var full = model.Limits.ContextTokens;
        model.Prefill(1, Text(2, full));

        Assert.Equal(expected, DecodeAlone(model, 1));
        Assert.Equal(full, model.LengthOf(1));
    }

    [Fact]
    public void Decodes_to_what_it_prefills_within_the_tolerance()
    {
        using var model = Open(1);
        var text = Text(1, 24);
        var expected = model.Prefill(0, text).ToArray();

        model.Prefill(0, text.AsSpan(0, 10));
        var logits = Array.Empty<float>();
        for (var i = 10; i < text.Length; i++)
        {
            logits = model.Decode(text.AsSpan(i, 1)).ToArray();
        }

        Assert.All(expected.Zip(logits), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
        Assert.Equal(text.Length, model.LengthOf(0));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(22)]
    public void Extends_to_the_same_bits_however_the_text_is_cut(int first)
    {
        using var model = Open(2);
        var text = Text(2, 24);
        var expected = model.Prefill(0, text).ToArray();

        model.Prefill(1, text.AsSpan(0, first));
        var logits = model.Extend(1, text.AsSpan(first)).ToArray();

        Assert.Equal(expected, logits);
    }

    [Fact]
    public void Extends_by_one_token_to_the_bits_of_a_decode_step()
    {
        using var model = Open(4);
        var expected = DecodeAlone(model, 2);

        model.Prefill(3, Text(2, 7));

        Assert.Equal(expected, model.Extend(3, [Text(2, 20)[7]]).ToArray());
    }

    [Fact]
    public void Forks_a_slot_and_leaves_the_source_as_it_was()
    {
        using var model = Open(3);
        var expected = DecodeAlone(model, 0);

        model.Prefill(2, Text(0, 5));
        model.Prefill(0, Text(4, 30)); // What was there before must not show.
        model.Fork(2, 0);
        model.Fork(2, 1);
        var logits = model.Decode([Text(0, 20)[5], Text(3, 20)[6]]).ToArray();

        Assert.Equal(expected, logits[..model.Limits.Logits]);
        Assert.NotEqual(expected, logits[model.Limits.Logits..]);
        Assert.Equal([6, 6, 5], Enumerable.Range(0, 3).Select(model.LengthOf));
    }

    [Fact]
    public void Moves_a_row()
    {
        using var model = Open(3);
        var expected = DecodeAlone(model, 1);

        model.Prefill(0, Text(0, 9));
        model.Prefill(1, Text(1, 6));
        model.MoveRow(1, 0);
        model.MoveRow(0, 0);

        Assert.Equal([6, 0], [model.LengthOf(0), model.LengthOf(1)]);
        Assert.Equal(expected, model.Decode([Text(1, 20)[6]]).ToArray());
    }

    [Fact]
    public void Rewinds_and_goes_on_to_the_same_bits()
    {
        using var model = Open(1);
        var expected = DecodeAlone(model, 0);

        model.Rewind(0, 5);
        model.Decode([Text(3, 20)[2]]);
        model.Decode([Text(3, 20)[3]]);
        model.Rewind(0, 5);

        Assert.Equal(expected, model.Decode([Text(0, 20)[5]]).ToArray());
    }

    [Fact]
    public void Restores_what_it_kept_and_goes_on_to_the_same_bits()
    {
        using var model = Open(3);
        var expected = DecodeAlone(model, 0);
        model.Store(0, 3, [5, 1]);
        model.Store(0, 0, [2, 15, 0]);
        model.Prefill(0, Text(4, 30));

        model.Rewind(0, 0);
        model.Restore(0, [2, 15, 0]);
        model.Restore(0, [5, 1]);

        Assert.Equal(5, model.LengthOf(0));
        Assert.Equal(expected, model.Decode([Text(0, 20)[5]]).ToArray());
        Assert.ThrowsAny<ArgumentException>(() => model.Store(0, 4, [0, 1, 2]));
    }

    [Fact]
    public void Decodes_what_was_put_into_a_row_since_the_last_step()
    {
        using var model = Open(4);
        var token = Text(9, 1)[0];
        model.Prefill(2, Text(2, 7));
        model.Prefill(1, Text(1, 6));
        model.Prefill(0, Text(0, 9));
        model.Store(2, 0, [4, 2, 7]);
        model.Decode([token, token, token]);

        model.Fork(2, 0);
        model.Rewind(1, 0);
        model.Restore(1, [4, 2, 7]);
        model.Rewind(2, 3);
        var logits = model.Decode([token, token, token]).ToArray();

        model.Prefill(3, Text(2, 7));
        model.Extend(3, [token]);
        float[] forked = [.. model.Extend(3, [token])];
        model.Rewind(3, 3);
        float[] cut = [.. model.Extend(3, [token])];
        Assert.Equal([.. forked, .. cut, .. cut], logits);
    }

    [Fact]
    public void Refuses_what_does_not_fit_and_keeps_what_it_held()
    {
        using var model = Open(2);
        var expected = DecodeAlone(model, 0);
        model.Rewind(0, 5);

        Assert.ThrowsAny<ArgumentException>(() => { model.Extend(0, new int[model.Limits.ContextTokens]); });
        Assert.ThrowsAny<ArgumentException>(() => { model.Decode([1, 1]); }); // The second row is empty.
        Assert.ThrowsAny<ArgumentException>(() => model.Rewind(0, 6));

        Assert.Equal(5, model.LengthOf(0));
        Assert.Equal(expected, model.Decode([Text(0, 20)[5]]).ToArray());
    }

    [Fact]
    public void Gives_what_reading_all_anew_gives_after_any_operations()
    {
        using var tried = Open(Slots);
        using var oracle = Open(1);
        var worst = 0.0;
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 10_000], Gen.Int[0, 10_000], (kind, left, right) => (kind, left, right)).Array[1, 40].Sample(
            operations =>
            {
                var slots = new CheckedSlots(tried, oracle, Slots, Text);
                foreach (var (kind, left, right) in operations)
                {
                    slots.Do(kind, left, right);
                    worst = Math.Max(worst, slots.Check(right));
                    Assert.True(worst <= OperationTolerance, $"After operation {kind} logits are off by {worst:g3}.");
                }
            },
            iter: 40, threads: 1);
        TestContext.Current.SendDiagnosticMessage("The largest difference of a logit is {0:g3}.", worst);
    }

    // Row 0 reads the first 5 + text tokens of a text at once, and one more by a decode step.
    private float[] DecodeAlone(IModel model, int text)
    {
        model.Prefill(0, Text(text, 5 + text));
        return model.Decode([Text(text, 20)[text + 5]]).ToArray();
    }
}
