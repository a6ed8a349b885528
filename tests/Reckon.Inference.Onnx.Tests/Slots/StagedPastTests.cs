using CsCheck;
using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Memory;
using Reckon.Inference.Onnx.Slots;

namespace Reckon.Inference.Onnx.Tests.Slots;

public sealed class StagedPastTests
{
    private const int Slots = 3;
    private const int Context = 12;
    private static readonly HostMemory _memory = new();
    private static readonly CacheShape _shape = new(Layers: 1, Heads: 2, HeadSize: 1);

    [Fact]
    public void A_row_holds_the_tokens_of_its_slot_and_zeros_behind_them_whatever_was_there_before() =>
        Gen.Select(Gen.Int[0, Context], Gen.Int[0, Slots - 1], Gen.Int[0, Context], Gen.Int[0, Context]).Array[1, 30].Sample(
            operations =>
            {
                using var cache = new SlotCache(_memory, _shape, Slots, Context);
                using var past = new StagedPast(_memory, cache, _shape, Slots);
                var written = 0f;
                foreach (var (width, slot, start, tokens) in operations)
                {
                    for (var position = Math.Min(start, Context - 1); position < Context; position++)
                    {
                        Write(cache, slot, position, ++written);
                    }

                    past.Forget(slot, Math.Min(start, Context - 1));
                    past.Widen(width, Math.Max(slot, start % Slots) + 1);
                    past.Load(slot, slot, Math.Min(tokens, width));
                    AssertHolds(cache, past, slot, Math.Min(tokens, width), width);
                }
            },
            iter: 500, threads: 1);

    [Fact]
    public void A_row_that_is_longer_gets_only_what_is_new()
    {
        using var cache = new SlotCache(_memory, _shape, Slots, Context);
        using var past = new StagedPast(_memory, cache, _shape, Slots);
        past.Widen(8, Slots);
        Write(cache, slot: 1, position: 0, 5);
        past.Load(1, 1, 1);

        Write(cache, slot: 1, position: 0, 6); // Without a word: it is not looked at again.
        Write(cache, slot: 1, position: 1, 7);
        past.Load(1, 1, 2);

        Assert.Equal([5, 7, 0], Row(past, 1, buffer: 0, head: 0, width: 8)[..3]);
    }

    private static void AssertHolds(SlotCache cache, StagedPast past, int slot, int tokens, int width)
    {
        for (var buffer = 0; buffer < 2 * _shape.Layers; buffer++)
        {
            for (var head = 0; head < _shape.Heads; head++)
            {
                float[] expected = [.. Enumerable.Range(0, width).Select(position => position < tokens ? Read(cache, slot, position, buffer, head) : 0)];
                Assert.Equal(expected, Row(past, slot, buffer, head, width));
            }
        }
    }

    private static float[] Row(StagedPast past, int row, int buffer, int head, int width)
    {
        OrtValue[] views = past.View(row + 1);
        var values = views[buffer].GetTensorDataAsSpan<float>().Slice(((row * _shape.Heads) + head) * width, width).ToArray();
        Array.ForEach(views, view => view.Dispose());
        return values;
    }

    private static void Write(SlotCache cache, int slot, int position, float value)
    {
        for (var buffer = 0; buffer < 2 * _shape.Layers; buffer++)
        {
            for (var head = 0; head < _shape.Heads; head++)
            {
                Head(cache, slot, buffer, head)[position] = value + (1_000 * ((10 * buffer) + head));
            }
        }
    }

    private static float Read(SlotCache cache, int slot, int position, int buffer, int head) => Head(cache, slot, buffer, head)[position];

    private static Span<float> Head(SlotCache cache, int slot, int buffer, int head) =>
        cache.View(slot, 1)[buffer].GetTensorMutableDataAsSpan<float>().Slice(head * Context, Context);
}
