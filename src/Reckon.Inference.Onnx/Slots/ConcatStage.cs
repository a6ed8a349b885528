using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Tensors;

namespace Reckon.Inference.Onnx.Slots;

/// <summary>
/// Runs over slots with a graph that joins past and present by Concat: the past of the rows is copied side by side, and what the run adds
/// is copied back into the slots.
/// </summary>
/// <remarks>
/// Two rules keep the bits of a row the same in any batch, and of a text however it is cut: the past of a decode step is as long as the
/// longest row, rounded up, with zeros behind each row that the mask hides; the past of several tokens is exactly as long as its row.
/// </remarks>
internal sealed class ConcatStage(SlotCache cache, CacheShape shape) : IDisposable
{
    public const int Rounding = 64;
    private readonly int _tokenLength = shape.HeadSize * shape.NumberBytes;
    private NativeBuffer<byte>[] _past = [];
    private NativeBuffer<byte>[] _present = [];

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

    /// <summary>The past of neighbouring slots, and the room for what the run gives back. Valid until the next call.</summary>
    public (OrtValue[] Past, OrtValue[] Present) Load(int first, ReadOnlySpan<int> lengths, int chunk)
    {
        var (rows, width) = (lengths.Length, WidthOf(lengths, chunk));
        _past = Grown(_past, (long)rows * shape.Heads * width * _tokenLength);
        _present = Grown(_present, (long)rows * shape.Heads * (width + chunk) * _tokenLength);
        for (var buffer = 0; buffer < _past.Length; buffer++)
        {
            for (var row = 0; row < rows; row++)
            {
                Load(buffer, first + row, row, lengths[row], width);
            }
        }

        return (View(_past, rows, width), View(_present, rows, width + chunk));
    }

    /// <summary>Copies what a run over rows of these lengths has added into the slots, of the first <paramref name="rows"/>.</summary>
    public void Store(int first, int rows, ReadOnlySpan<int> lengths, int chunk)
    {
        var width = WidthOf(lengths, chunk);
        for (var buffer = 0; buffer < _present.Length; buffer++)
        {
            for (var row = 0; row < rows; row++)
            {
                for (var head = 0; head < shape.Heads; head++)
                {
                    var from = ((((long)row * shape.Heads) + head) * (width + chunk)) + width;
                    var to = ((first + row) * cache.RowLength) + (head * cache.HeadLength) + ((long)lengths[row] * _tokenLength);
                    _present[buffer].Slice(from * _tokenLength, chunk * _tokenLength)
                        .CopyTo(cache.Buffers[buffer].Slice(to, chunk * _tokenLength));
                }
            }
        }
    }

    public void Dispose()
    {
        foreach (var buffer in _past.Concat(_present))
        {
            buffer.Dispose();
        }
    }

    private void Load(int buffer, int slot, int row, int length, int width)
    {
        for (var head = 0; head < shape.Heads; head++)
        {
            var staged = _past[buffer].Slice((((long)row * shape.Heads) + head) * width * _tokenLength, width * _tokenLength);
            cache.Buffers[buffer].Slice((slot * cache.RowLength) + (head * cache.HeadLength), length * _tokenLength).CopyTo(staged);
            staged[(length * _tokenLength)..].Clear();
        }
    }

    private OrtValue[] View(NativeBuffer<byte>[] buffers, int rows, int width) =>
        [.. buffers.Select(buffer => TensorView.Of(buffer, shape.IsHalf, 0, rows, shape.Heads, width, shape.HeadSize))];

    // Twice as much as before: rows get longer token by token.
    private NativeBuffer<byte>[] Grown(NativeBuffer<byte>[] buffers, long length)
    {
        if (buffers.Length > 0 && buffers[0].Count >= length)
        {
            return buffers;
        }

        foreach (var buffer in buffers)
        {
            buffer.Dispose();
        }

        return [.. Enumerable.Range(0, 2 * shape.Layers).Select(_ => new NativeBuffer<byte>(2 * Math.Max(length, _tokenLength)))];
    }
}
