using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Heads;
using Reckon.Inference.Onnx.Sessions;
using Reckon.Inference.Onnx.Tensors;

namespace Reckon.Inference.Onnx.Slots;

/// <summary>
/// A session over slots: puts ids, masks and views of keys and values together for one run. Lengths change only when a run has
/// succeeded. One thread at a time.
/// </summary>
/// <remarks>
/// GroupQueryAttention allows three kinds of run: several rows of one token, one row from empty, and one row of several
/// tokens after others. The mask alone says how long each row is: as many ones as tokens, filled up with zeros to the
/// longest.
/// </remarks>
internal sealed class SlotSession : IDisposable
{
    private const int MaskInput = 1;

    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();
    private readonly SlotCache _cache;
    private readonly BlockStore _blocks;
    private readonly int[] _lengths;
    private readonly NativeBuffer<long> _ids;
    private readonly NativeBuffer<long> _mask;
    private readonly RecurrentState? _state;
    private readonly Dictionary<(int First, int Rows, RunOutputs Wanted), RunValues> _stepValues = [];

    /// <param name="session">Owned from now on.</param>
    /// <param name="descriptor">What the model is; checked against the session before.</param>
    /// <param name="slots">Sequences held at once.</param>
    /// <param name="blocks">Tokens that can be kept outside the slots.</param>
    public SlotSession(InferenceSession session, ModelDescriptor descriptor, int slots, int blocks)
    {
        _session = session;
        ContextTokens = descriptor.Card.ContextTokens;
        _lengths = new int[slots];
        _cache = new SlotCache(descriptor.Cache, slots, ContextTokens);
        _blocks = new BlockStore(descriptor.Cache, blocks);
        _ids = new NativeBuffer<long>(Math.Max(slots, ContextTokens));
        _mask = new NativeBuffer<long>((long)slots * ContextTokens);
        _state = descriptor.Scores?.State is { } shape ? new RecurrentState(shape, slots) : null;
    }

    public int Slots => _lengths.Length;

    public int Blocks => _blocks.Count;

    public int ContextTokens { get; }

    public int LengthOf(int slot) => _lengths[slot];

    /// <summary>Reads several tokens into one slot, and fills <paramref name="wanted"/>.</summary>
    public void Extend(int slot, ReadOnlySpan<int> tokens, RunOutputs wanted)
    {
        ArgumentOutOfRangeException.ThrowIfZero(tokens.Length, nameof(tokens));
        Put(tokens);
        Run(slot, rows: 1, tokens.Length, wanted);
    }

    /// <summary>Reads one token into each of the first slots, and fills <paramref name="wanted"/>.</summary>
    public void Step(ReadOnlySpan<int> tokens, RunOutputs wanted)
    {
        ArgumentOutOfRangeException.ThrowIfZero(tokens.Length, nameof(tokens));
        for (var row = 0; row < tokens.Length; row++)
        {
            ArgumentOutOfRangeException.ThrowIfZero(_lengths[row], nameof(tokens));
        }

        Put(tokens);
        Run(first: 0, tokens.Length, chunk: 1, wanted);
    }

    /// <summary>Reads a slot's last token once more, over itself, and fills <paramref name="wanted"/> with what follows it.</summary>
    public void Repeat(int slot, int token, RunOutputs wanted)
    {
        var length = _lengths[slot];
        Shorten(slot, length - 1);
        try
        {
            Extend(slot, [token], wanted);
        }
        finally
        {
            _lengths[slot] = length; // What the run has written are the bits that were there.
        }
    }

    public void Copy(int source, int target)
    {
        _cache.Copy(source, target, _lengths[source]);
        _state?.Copy(source, target);
        _lengths[target] = _lengths[source];
    }

    public void Store(int slot, int start, ReadOnlySpan<int> blocks)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start + blocks.Length, _lengths[slot], nameof(start));
        _cache.Store(slot, start, _blocks, blocks);
    }

    public void Restore(int slot, ReadOnlySpan<int> blocks)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_lengths[slot] + blocks.Length, ContextTokens, nameof(blocks));
        _cache.Restore(slot, _lengths[slot], _blocks, blocks);
        _lengths[slot] += blocks.Length;
    }

    /// <summary>Forgets all but the first tokens. What the buffers hold beyond is written over before it is read.</summary>
    public void Shorten(int slot, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)_lengths[slot], nameof(length));
        _lengths[slot] = length;
    }

    /// <summary>The slot's recurrent state; empty for a model without one.</summary>
    public Span<float> StateOf(int slot) => _state is null ? [] : _state.Of(slot);

    public void Dispose()
    {
        foreach (var values in _stepValues.Values)
        {
            values.Dispose();
        }

        _state?.Dispose();
        _cache.Dispose();
        _blocks.Dispose();
        _ids.Dispose();
        _mask.Dispose();
        _run.Dispose();
        _session.Dispose();
    }

    private void Put(ReadOnlySpan<int> tokens)
    {
        var ids = _ids.Slice(0, tokens.Length);
        for (var i = 0; i < tokens.Length; i++)
        {
            ids[i] = tokens[i];
        }
    }

    private void Run(int first, int rows, int chunk, RunOutputs wanted)
    {
        if (chunk > 1)
        {
            // Chunks come in too many lengths to keep something for each.
            using var values = MakeValues(first, rows, chunk, wanted);
            Run(values, first, rows, chunk);
        }
        else
        {
            Run(StepValues(first, rows, wanted), first, rows, chunk);
        }
    }

    private void Run(RunValues values, int first, int rows, int chunk)
    {
        var width = FillMask(first, rows, chunk);
        using var mask = TensorView.Of(_mask, rows, width);
        values.Inputs[MaskInput] = mask;
        try
        {
            _session.Run(_run, values.InputNames, values.Inputs, values.OutputNames, values.Outputs);
        }
        catch (OnnxRuntimeException fault) when (MemoryShortage.Is(fault))
        {
            throw new DeviceMemoryException(fault);
        }

        _state?.Commit(first);
        for (var row = first; row < first + rows; row++)
        {
            _lengths[row] += chunk;
        }
    }

    private int FillMask(int first, int rows, int chunk)
    {
        var width = 0;
        for (var row = first; row < first + rows; row++)
        {
            width = Math.Max(width, _lengths[row] + chunk);
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, ContextTokens);
        var mask = _mask.Slice(0, rows * width);
        for (var row = 0; row < rows; row++)
        {
            var length = _lengths[first + row] + chunk;
            mask.Slice(row * width, length).Fill(1);
            mask[((row * width) + length)..((row + 1) * width)].Clear();
        }

        return width;
    }

    private RunValues StepValues(int first, int rows, RunOutputs wanted)
    {
        if (!_stepValues.TryGetValue((first, rows, wanted), out var values))
        {
            _stepValues[(first, rows, wanted)] = values = MakeValues(first, rows, chunk: 1, wanted);
        }

        return values;
    }

    private RunValues MakeValues(int first, int rows, int chunk, RunOutputs wanted)
    {
        var ids = TensorView.Of(_ids, rows, chunk);
        var (inputs, outputs, cache) = (wanted.Inputs(rows, chunk), wanted.Outputs(rows, chunk), _cache.View(first, rows));
        return new RunValues(
            ["input_ids", "attention_mask", .. _cache.InputNames, .. wanted.InputNames, .. _state is null ? (string[])[] : [_state.InputName]],
            [ids, ids, .. cache, .. inputs, .. _state is null ? (OrtValue[])[] : [_state.InputOf(first)]],
            [.. wanted.OutputNames, .. _cache.OutputNames, .. _state is null ? (string[])[] : [_state.OutputName]],
            [.. outputs, .. cache, .. _state is null ? (OrtValue[])[] : [_state.Output]],
            [ids, .. inputs, .. outputs]);
    }
}
