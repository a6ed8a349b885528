using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Heads;
using Reckon.Inference.Onnx.Memory;
using Reckon.Inference.Onnx.Sessions;

namespace Reckon.Inference.Onnx.Slots;

/// <summary>
/// A session over slots: puts ids, masks and views of the KV cache together for one run. Lengths change only when a run has succeeded. One
/// thread at a time.
/// </summary>
/// <remarks>
/// GroupQueryAttention allows three kinds of run: several rows of one token, one row from empty, and one row of several
/// tokens after others. A graph that joins past and present by Concat runs over a copy of the rows; see <see cref="ConcatStage"/>.
/// </remarks>
internal sealed class SlotSession : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();
    private readonly ICacheMemory _memory;
    private readonly SlotCache _cache;
    private readonly BlockStore _blocks;
    private readonly int[] _lengths;
    private readonly TokenInputs _inputs;
    private readonly RecurrentState? _state;
    private readonly ConcatStage? _stage; // Null where past and present are one buffer.
    private readonly bool _hasSpareSlot; // Behind the others, for a lone row in the last of them.
    private readonly int[] _pair = new int[2];
    private readonly RunTensors _tensors;

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
        PairsLoneRows = _hasSpareSlot = descriptor.Runs.MindsLoneRows;
        var all = _hasSpareSlot ? slots + 1 : slots;
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
        _inputs = new TokenInputs(descriptor, slots);
        _state = descriptor.Scores?.State is { } shape ? new RecurrentState(shape, slots) : null;
        _tensors = new RunTensors(_inputs, _cache, _state);
    }

    public int Slots => _lengths.Length;

    public int Blocks => _blocks.Count;

    public int ContextTokens { get; }

    /// <summary>
    /// Whether a lone row runs beside another. At first it does where the graph may mind it; only there is room for the other, and elsewhere
    /// nothing changes this.
    /// </summary>
    public bool PairsLoneRows
    {
        get;
        set => field = value && _hasSpareSlot;
    }

    public int LengthOf(int slot) => _lengths[slot];

    /// <summary>Reads several tokens into one slot, and fills <paramref name="wanted"/>.</summary>
    public void Extend(int slot, ReadOnlySpan<int> tokens, RunOutputs wanted)
    {
        ArgumentOutOfRangeException.ThrowIfZero(tokens.Length, nameof(tokens));
        _inputs.Put(tokens);
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

        _inputs.Put(tokens);
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
        _tensors.Dispose();
        _state?.Dispose();
        _inputs.Dispose();
        _stage?.Dispose();
        _cache.Dispose();
        _blocks.Dispose();
        _run.Dispose();
        _session.Dispose();
    }

    private void Run(int first, int rows, int chunk, RunOutputs wanted, bool isStep)
    {
        var lengths = LengthsOf(first, rows, chunk);
        if (_stage is not null)
        {
            var (past, present) = isStep ? _stage.LoadStep(lengths) : _stage.Load(first, lengths, chunk);
            using var values = _tensors.Of(first, lengths.Length, chunk, wanted, past, present, owned: [.. past, .. present]);
            Run(values, first, rows, chunk, lengths);
        }
        else if (chunk > 1)
        {
            // Chunks have too many lengths to have tensors for each.
            var cache = _cache.View(first, rows);
            using var values = _tensors.Of(first, rows, chunk, wanted, cache, cache, owned: []);
            Run(values, first, rows, chunk, lengths);
        }
        else
        {
            Run(_tensors.OfStep(first, lengths.Length, wanted), first, rows, chunk, lengths);
        }
    }

    // The lengths of the rows of a run. A lone row gets the next slot beside it: what is written there is behind that slot's tokens, or over the
    // last of a slot that is full, after which nothing can be read.
    private ReadOnlySpan<int> LengthsOf(int first, int rows, int chunk)
    {
        if (!PairsLoneRows || rows > 1 || chunk > 1 || _lengths[first] == 0)
        {
            return _lengths.AsSpan(first, rows);
        }

        var next = first + 1 < _lengths.Length ? Math.Clamp(_lengths[first + 1], 1, ContextTokens - 1) : 1;
        (_pair[0], _pair[1]) = (_lengths[first], next);
        _inputs.PutBeside();
        return _pair;
    }

    private void Run(RunValues values, int first, int rows, int chunk, ReadOnlySpan<int> lengths)
    {
        using var mask = _inputs.Fill(lengths, chunk);
        values.Inputs[RunTensors.MaskInput] = mask;
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
}
