using LLama;
using LLama.Common;
using LLama.Native;
using Reckon.Inference.Slots;

namespace Reckon.LlamaCheck;

/// <summary>A model of llama.cpp behind the port of our engines: a slot is a sequence.</summary>
internal sealed class LlamaModel : IModel
{
    private const int LargestBatch = 512;
    private readonly LLamaWeights _weights;
    private readonly LLamaContext _context;
    private readonly LLamaBatch _batch = new();
    private readonly int[] _lengths;
    private readonly float[] _logits;

    /// <param name="path">A GGUF file.</param>
    /// <param name="slots">Sequences.</param>
    /// <param name="contextTokens">The longest of each.</param>
    /// <param name="logits">The vocabulary.</param>
    /// <param name="isUnified">Whether all sequences share one cache: to fork is cheap then, and a row's bits depend on its neighbours.</param>
    public LlamaModel(string path, int slots, int contextTokens, int logits, bool isUnified = false)
    {
        var settings = new ModelParams(path)
        {
            ContextSize = (uint)(slots * contextTokens),
            SeqMax = (uint)slots,
            BatchSize = LargestBatch,
            UBatchSize = LargestBatch,
            Threads = 1,
            BatchThreads = 1,
            GpuLayerCount = 0,
            TypeK = GGMLType.GGML_TYPE_F32,
            TypeV = GGMLType.GGML_TYPE_F32,
            FlashAttention = false,
            KVUnified = isUnified,
        };
        _weights = LLamaWeights.LoadFromFile(settings);
        _context = _weights.CreateContext(settings);
        Limits = new ModelLimits(slots, contextTokens, logits);
        (_lengths, _logits) = (new int[slots], new float[slots * logits]);
    }

    public ModelLimits Limits { get; }

    public int LengthOf(int slot) => _lengths[slot];

    public ReadOnlySpan<float> Prefill(int slot, ReadOnlySpan<int> tokens)
    {
        Rewind(slot, 0);
        return Extend(slot, tokens);
    }

    public ReadOnlySpan<float> Extend(int slot, ReadOnlySpan<int> tokens)
    {
        for (var from = 0; from < tokens.Length; from += LargestBatch)
        {
            _batch.Clear();
            var piece = tokens[from..Math.Min(tokens.Length, from + LargestBatch)];
            foreach (var token in piece)
            {
                _batch.Add(token, _lengths[slot]++, (LLamaSeqId)slot, logits: _batch.TokenCount == piece.Length - 1);
            }

            Run();
        }

        return Take(1, _batch.TokenCount - 1);
    }

    public ReadOnlySpan<float> Decode(ReadOnlySpan<int> tokens)
    {
        _batch.Clear();
        for (var slot = 0; slot < tokens.Length; slot++)
        {
            _batch.Add(tokens[slot], _lengths[slot]++, (LLamaSeqId)slot, logits: true);
        }

        Run();
        return Take(tokens.Length, 0);
    }

    public void Fork(int source, int target)
    {
        if (source == target)
        {
            return;
        }

        Rewind(target, 0);
        _context.NativeHandle.MemorySequenceCopy((LLamaSeqId)source, (LLamaSeqId)target, -1, -1);
        _lengths[target] = _lengths[source];
    }

    public void MoveRow(int source, int target)
    {
        if (source != target)
        {
            Fork(source, target);
            Rewind(source, 0);
        }
    }

    public void Store(int slot, int start, ReadOnlySpan<int> blocks) => throw new NotSupportedException("There are no blocks.");

    public void Restore(int slot, ReadOnlySpan<int> blocks) => throw new NotSupportedException("There are no blocks.");

    public void Rewind(int slot, int length)
    {
        _context.NativeHandle.MemorySequenceRemove((LLamaSeqId)slot, length, -1);
        _lengths[slot] = length;
    }

    public void Dispose()
    {
        _context.Dispose();
        _weights.Dispose();
    }

    private void Run()
    {
        var result = _context.NativeHandle.Decode(_batch);
        if (result != DecodeResult.Ok)
        {
            throw new InvalidOperationException($"llama.cpp did not decode: {result}.");
        }
    }

    private Span<float> Take(int rows, int first)
    {
        for (var row = 0; row < rows; row++)
        {
            _context.NativeHandle.GetLogitsIth(first + row).CopyTo(_logits.AsSpan(row * Limits.Logits, Limits.Logits));
        }

        return _logits.AsSpan(0, rows * Limits.Logits);
    }
}
