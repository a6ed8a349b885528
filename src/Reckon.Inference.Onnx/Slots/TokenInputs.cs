using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Tensors;

namespace Reckon.Inference.Onnx.Slots;

/// <summary>
/// What a run reads of its tokens: ids, mask, and what else some graphs ask for. The mask alone says how long each row is: as many ones as
/// tokens, filled up with zeros to the longest.
/// </summary>
/// <param name="descriptor">What the model is.</param>
/// <param name="slots">Rows that a run has at most, one that is put beside another left out.</param>
internal sealed class TokenInputs(ModelDescriptor descriptor, int slots) : IDisposable
{
    private readonly int _contextTokens = descriptor.Card.ContextTokens;
    private readonly bool _isJoined = descriptor.Cache.Layout == CacheLayout.Concat;
    private readonly NativeBuffer<long> _ids = new(Math.Max(slots + 1, descriptor.Card.ContextTokens));
    private readonly NativeBuffer<long> _mask = new((slots + 1L) * (descriptor.Card.ContextTokens + ConcatStage.Rounding));
    private readonly ExtraInputs _extra = new(descriptor.Runs, Math.Max(slots + 1, descriptor.Card.ContextTokens));

    /// <summary>Names of the further inputs.</summary>
    public string[] ExtraNames => _extra.Names;

    /// <summary>Sets the ids.</summary>
    public void Put(ReadOnlySpan<int> tokens)
    {
        var ids = _ids.Slice(0, tokens.Length);
        for (var i = 0; i < tokens.Length; i++)
        {
            ids[i] = tokens[i];
        }
    }

    /// <summary>Sets the id of the second row to that of the first.</summary>
    public void PutBeside() => _ids.Slice(1, 1)[0] = _ids.Slice(0, 1)[0];

    /// <summary>The ids of a run, as a tensor. It shows whatever is put later.</summary>
    public OrtValue Ids(int rows, int chunk) => TensorView.Of(_ids, rows, chunk);

    /// <summary>The further inputs of a run, likewise.</summary>
    public OrtValue[] Extra(int rows, int chunk) => _extra.Make(rows, chunk);

    /// <summary>Sets mask and further inputs for a run that adds <paramref name="chunk"/> tokens to rows of these lengths. Returns the mask.</summary>
    public OrtValue Fill(ReadOnlySpan<int> lengths, int chunk)
    {
        _extra.Fill(lengths, chunk);
        return TensorView.Of(_mask, lengths.Length, FillMask(lengths, chunk));
    }

    public void Dispose()
    {
        _extra.Dispose();
        _ids.Dispose();
        _mask.Dispose();
    }

    private int FillMask(ReadOnlySpan<int> lengths, int chunk)
    {
        var width = 0;
        foreach (var length in lengths)
        {
            width = Math.Max(width, length + chunk);
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, _contextTokens);
        if (_isJoined)
        {
            return ConcatStage.FillMask(lengths, chunk, _mask);
        }

        var mask = _mask.Slice(0, lengths.Length * width);
        for (var row = 0; row < lengths.Length; row++)
        {
            var length = lengths[row] + chunk;
            mask.Slice(row * width, length).Fill(1);
            mask[((row * width) + length)..((row + 1) * width)].Clear();
        }

        return width;
    }
}
