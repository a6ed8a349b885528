using Reckon.Inference.Onnx.Slots;

namespace Reckon.Inference.Onnx.Tests.Users;

public sealed class ConcatTests() : TinyModelKit("optimum", 1e-4)
{
    /// <summary>A neighbour that is longer widens the past of all rows, and zeros behind a row must not touch its bits.</summary>
    [Fact]
    public void Decodes_a_row_to_the_same_bits_beside_rows_of_any_length()
    {
        const int length = 20;
        using var model = Open(3);
        var text = Text(1, length + 1);
        model.Prefill(0, text.AsSpan(0, length));
        var alone = model.Decode(text.AsSpan(length)).ToArray();
        var longest = model.Limits.ContextTokens - 1;

        for (var other = 1; other <= longest; other += other < 3 * ConcatStage.Rounding ? 1 : 7)
        {
            model.Prefill(0, text.AsSpan(0, length));
            model.Prefill(1, Text(2, other));
            model.Prefill(2, Text(3, longest - other + 1));
            var logits = model.Decode([text[length], 5, 7])[..model.Limits.Logits];

            Assert.True(logits.SequenceEqual(alone), $"beside {other} and {longest - other + 1} tokens");
        }
    }
}
