using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Heads;
using Reckon.Inference.Onnx.Memory;
using Reckon.Inference.Onnx.Sessions;
using Reckon.Inference.Onnx.Tensors;

namespace Reckon.Inference.Onnx.Slots;

/// <summary>
/// A session over slots: puts ids, masks and views of the KV cache together for one run. Lengths change only when a run has succeeded. One
/// thread at a time.
/// </summary>
/// <remarks>
/// GroupQueryAttention allows three kinds of run: several rows of one token, one row from empty, and one row of several
/// tokens after others. The mask alone says how long each row is: as many ones as tokens, filled up with zeros to the
/// longest. A graph that joins past and present by Concat runs over a copy of the rows; see <see cref="ConcatStage"/>.
/// </remarks>
internal sealed class SlotSession : IDisposable
{
    private const int MaskInput = 1;

    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();
    private readonly ICacheMemory _memory;
    private readonly SlotCache _cache;
    private readonly BlockStore _blocks;
    private readonly int[] _lengths;
    private readonly NativeBuffer<long> _ids;
    private readonly NativeBuffer<long> _mask;
    private readonly RecurrentState? _state;
    private readonly ExtraInputs _extra;
    private readonly ConcatStage? _stage; // Null where past and present are one buffer.
    private readonly int[] _pair = new int[2];
    private readonly Dictionary<(int First, int Rows, RunOutputs Wanted), RunValues> _stepValues = [];

    /// <param name="session">Owned from now on.</param>
    /// <param name="descriptor">What the model is; checked against the session before.</param>
    /// <param name="slots">Sequences held at once.</param>
    /// <param name="blocks">Tokens that can be stored outside the slots.</param>
    /// <param name="memory">Where the KV cache is.</param>
    public SlotSession(InferenceSession session, ModelDescriptor descriptor, int slots, int blocks, ICacheMemory memory)
    {
        (_session, _memory) = (session, memory);
        ContextTokens = descriptor.Card.ContextTokens;
        _lengths = new int[slots];
        PairsLoneRows = descriptor.Runs.MindsLoneRows;
        var all = PairsLoneRows ? slots + 1 : slots;
        _cache = new SlotCache(memory, descriptor.Cache, all, ContextTokens);
        try
        {
            _blocks = new BlockStore(memory, descriptor.Cache, blocks);
        }
        catch
        {
            _cache.Dispose(); // It is large, and the blocks may not fit beside it.
            throw;
        }

        _stage = descriptor.Cache.Layout == CacheLayout.Concat ? new ConcatStage(memory, _cache, descriptor.Cache, all) : null;
        _ids = new NativeBuffer<long>(Math.Max(slots + 1, ContextTokens));
        _mask = new NativeBuffer<long>((slots + 1L) * (ContextTokens + ConcatStage.Rounding));
        _extra = new ExtraInputs(descriptor.Runs, Math.Max(slots + 1, ContextTokens));
        _state = descriptor.Scores?.State is { } shape ? new RecurrentState(shape, slots) : null;
    }

    public int Slots => _lengths.Length;

    public int Blocks => _blocks.Count;

    public int ContextTokens { get; }

    /// <summary>Whether a lone row runs beside another. At first it does where the graph may mind it, and only there may it be set.</summary>
    public bool PairsLoneRows { get; set; }

    public int LengthOf(int slot) => _lengths[slot];

    /// <summary>Reads several tokens into one slot, and fills <paramref name="wanted"/>.</summary>
    public void Extend(int slot, ReadOnlySpan<int> tokens, RunOutputs wanted)
    {
        ArgumentOutOfRangeException.ThrowIfZero(tokens.Length, nameof(tokens));
        Put(tokens);
        Run(slot, rows: 1, tokens.Length, wanted, isStep: false);
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
        Run(first: 0, tokens.Length, chunk: 1, wanted, isStep: true);
    }

    /// <summary>Reads a slot's last token again, over itself, and fills <paramref name="wanted"/> with what follows it.</summary>
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
            _lengths[slot] = length; // The run has written the bits that were there.
        }
    }

    public void Copy(int source, int target)
    {
        _cache.Copy(source, target, _lengths[source]);
        _stage?.Forget(target, 0);
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
        _stage?.Forget(slot, _lengths[slot]);
        _lengths[slot] += blocks.Length;
    }

    /// <summary>Forgets all but the first tokens. What the buffers hold after them is overwritten before it is read.</summary>
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
        _extra.Dispose();
        _stage?.Dispose();
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

    private void Run(int first, int rows, int chunk, RunOutputs wanted, bool isStep)
    {
        var lengths = LengthsOf(first, rows, chunk);
        if (_stage is not null)
        {
            var (past, present) = isStep ? _stage.LoadStep(lengths) : _stage.Load(first, lengths, chunk);
            using var values = MakeValues(lengths.Length, chunk, wanted, past, present, first, [.. past, .. present]);
            Run(values, first, rows, chunk, lengths);
        }
        else if (chunk > 1)
        {
            // Chunks have too many lengths to have tensors for each.
            var cache = _cache.View(first, rows);
            using var values = MakeValues(rows, chunk, wanted, cache, cache, first, []);
            Run(values, first, rows, chunk, lengths);
        }
        else
        {
            Run(StepValues(first, lengths.Length, wanted), first, rows, chunk, lengths);
        }
    }

    // The lengths of the rows of a run. A lone row gets the next slot beside it: what is written there is behind that slot's tokens.
    private ReadOnlySpan<int> LengthsOf(int first, int rows, int chunk)
    {
        if (!PairsLoneRows || rows > 1 || chunk > 1 || _lengths[first] == 0)
        {
            return _lengths.AsSpan(first, rows);
        }

        var next = first + 1 < _lengths.Length ? Math.Max(_lengths[first + 1], 1) : 1;
        if (next == ContextTokens)
        {
            return _lengths.AsSpan(first, rows); // No room behind. A slot that is full waits for nothing but to be freed.
        }

        (_pair[0], _pair[1]) = (_lengths[first], next);
        _ids.Slice(1, 1)[0] = _ids.Slice(0, 1)[0];
        return _pair;
    }

    private void Run(RunValues values, int first, int rows, int chunk, ReadOnlySpan<int> lengths)
    {
        _extra.Fill(lengths, chunk);
        var width = FillMask(lengths, chunk);
        using var mask = TensorView.Of(_mask, lengths.Length, width);
        values.Inputs[MaskInput] = mask;
        _memory.Settle();
        try
        {
            _session.Run(_run, values.InputNames, values.Inputs, values.OutputNames, values.Outputs);
        }
        catch (OnnxRuntimeException fault) when (MemoryShortage.Is(fault))
        {
            throw new DeviceMemoryException(fault);
        }

        _stage?.Store(first, rows, lengths, chunk);
        _state?.Commit(first);
        for (var row = 0; row < rows; row++)
        {
            _lengths[first + row] += chunk;
        }
    }

    private int FillMask(ReadOnlySpan<int> lengths, int chunk)
    {
        var width = 0;
        foreach (var length in lengths)
        {
            width = Math.Max(width, length + chunk);
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, ContextTokens);
        if (_stage is not null)
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

    private RunValues StepValues(int first, int rows, RunOutputs wanted)
    {
        if (!_stepValues.TryGetValue((first, rows, wanted), out var values))
        {
            var cache = _cache.View(first, rows);
            _stepValues[(first, rows, wanted)] = values = MakeValues(rows, chunk: 1, wanted, cache, cache, first, []);
        }

        return values;
    }

    private RunValues MakeValues(
        int rows, int chunk, RunOutputs wanted, OrtValue[] past, OrtValue[] present, int first, OrtValue[] owned)
    {
        var ids = TensorView.Of(_ids, rows, chunk);
        OrtValue[] inputs = [.. wanted.Inputs(rows, chunk), .. _extra.Make(rows, chunk)];
        var outputs = wanted.Outputs(rows, chunk);
        string[] stateInput = _state is null ? [] : [_state.InputName];
        string[] stateOutput = _state is null ? [] : [_state.OutputName];
        return new RunValues(
            ["input_ids", "attention_mask", .. _cache.InputNames, .. wanted.InputNames, .. _extra.Names, .. stateInput],
            [ids, ids, .. past, .. inputs, .. _state is null ? (OrtValue[])[] : [_state.InputOf(first)]],
            [.. wanted.OutputNames, .. _cache.OutputNames, .. stateOutput],
            [.. outputs, .. present, .. _state is null ? (OrtValue[])[] : [_state.Output]],
            [ids, .. inputs, .. outputs, .. owned]);
    }
}
