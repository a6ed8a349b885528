using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Memory;
using Reckon.Inference.Onnx.Tensors;

namespace Reckon.Inference.Onnx.Slots;

/// <summary>
/// Runs over slots with a graph that joins past and present by Concat: the past of the rows is copied side by side, and what the run adds
/// is copied back into the slots. Decode steps keep their copy, and add to it what is new.
/// </summary>
/// <remarks>
/// Two rules keep the bits of a row the same in any batch, and of a text however it is cut: the past of a decode step is as long as the
/// longest row, rounded up, with zeros behind each row that the mask hides; the past of several tokens is exactly as long as its row.
/// </remarks>
/// <param name="memory">The memory of all.</param>
/// <param name="cache">The slots.</param>
/// <param name="shape">Of the cache.</param>
/// <param name="slots">Slots of the cache.</param>
internal sealed class ConcatStage(ICacheMemory memory, SlotCache cache, CacheShape shape, int slots) : IDisposable
{
    public const int Rounding = 16;
    private const int MostLoneRows = 2; // A row, and the one that is put beside it.
    private readonly int _tokenLength = shape.HeadSize * shape.NumberBytes;
    private readonly StagedPast _steps = new(memory, cache, shape, slots); // A row for each slot, so that it finds its tokens again.
    private readonly StagedPast _others = new(memory, cache, shape, MostLoneRows);
    private readonly StageBuffers _present = new(memory, shape);

    /// <summary>Tokens of the past that a run over rows of these lengths takes.</summary>
    public static int WidthOf(ReadOnlySpan<int> lengths, int chunk)
    {
        var longest = 0;
        foreach (var length in lengths)
        {
            longest = Math.Max(longest, length);
        }

        return chunk > 1 ? longest : (longest + Rounding - 1) / Rounding * Rounding;
    }

    /// <summary>Fills a mask: ones for the tokens of each row and for the new ones behind the width of the past.</summary>
    public static int FillMask(ReadOnlySpan<int> lengths, int chunk, NativeBuffer<long> buffer)
    {
        var (past, row) = (WidthOf(lengths, chunk), 0);
        var width = past + chunk;
        var mask = buffer.Slice(0, lengths.Length * width);
        mask.Fill(1);
        foreach (var length in lengths)
        {
            mask[((row * width) + length)..((row * width) + past)].Clear();
            row++;
        }

        return width;
    }

    /// <summary>The past for a decode step of the first slots, and the room for what it gives back. Valid until the next call.</summary>
    public (OrtValue[] Past, OrtValue[] Present) LoadStep(ReadOnlySpan<int> lengths) => Load(_steps, first: 0, lengths, chunk: 1);

    /// <summary>The same for a run over one slot, which may have another beside it.</summary>
    public (OrtValue[] Past, OrtValue[] Present) Load(int slot, ReadOnlySpan<int> lengths, int chunk)
    {
        for (var row = 0; row < lengths.Length; row++)
        {
            _others.Forget(row, 0); // It was another slot's.
        }

        return Load(_others, slot, lengths, chunk);
    }

    /// <summary>Copies what a run over rows of these lengths has added into the slots, of the first <paramref name="rows"/>.</summary>
    public void Store(int first, int rows, ReadOnlySpan<int> lengths, int chunk)
    {
        var width = WidthOf(lengths, chunk);
        for (var row = 0; row < rows; row++)
        {
            for (var buffer = 0; buffer < _present.Count; buffer++)
            {
                memory.Copy(
                    _present.Heads(row, width + chunk, width, buffer), cache.Heads(first + row, lengths[row], buffer), chunk * _tokenLength, shape.Heads);
            }

            Forget(first + row, lengths[row]);
        }
    }

    /// <summary>Forgets what is copied of a slot from position <paramref name="start"/> on: it gets other tokens there.</summary>
    public void Forget(int slot, int start) => _steps.Forget(slot, start);

    public void Dispose()
    {
        _steps.Dispose();
        _others.Dispose();
        _present.Dispose();
    }

    private (OrtValue[] Past, OrtValue[] Present) Load(StagedPast past, int first, ReadOnlySpan<int> lengths, int chunk)
    {
        var (rows, width) = (lengths.Length, WidthOf(lengths, chunk));
        past.Widen(width, rows);
        for (var row = 0; row < rows; row++)
        {
            past.Load(row, first + row, lengths[row]);
        }

        _present.Grow(rows, width + chunk);
        return (past.View(rows), _present.View(rows, width + chunk));
    }
}
