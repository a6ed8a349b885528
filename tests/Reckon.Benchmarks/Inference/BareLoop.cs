using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Folders;

namespace Reckon.Benchmarks.Inference;

/// <summary>
/// The shortest loop for one batch and nothing else: read a prompt, copy it to all rows, then decode and draw in
/// lockstep. No requests, no steps, no ends, no texts.
/// </summary>
internal sealed class BareLoop : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();
    private readonly ModelDescriptor _descriptor;
    private readonly int _vocabulary;
    private readonly int _batch;
    private readonly int _context;
    private readonly float[][] _cache;
    private readonly long[] _ids;
    private readonly long[] _mask;
    private readonly float[] _logits;
    private readonly List<OrtValue> _past;
    private readonly List<GCHandle> _pins = [];
    private readonly string[] _inputs;
    private readonly string[] _outputs;

    public BareLoop(ModelFolder folder, InferenceSession session, int batch)
    {
        (_session, _descriptor, _batch) = (session, folder.Descriptor, batch);
        _context = _descriptor.Card.ContextTokens;
        _vocabulary = session.OutputMetadata["logits"].Dimensions[^1];
        var cache = _descriptor.Cache;
        _cache = [.. Enumerable.Range(0, 2 * cache.Layers).Select(_ => new float[(long)batch * cache.Heads * _context * cache.HeadSize])];
        (_ids, _mask) = (new long[Math.Max(batch, _context)], new long[batch * _context]);
        _logits = new float[Math.Max(batch, _context) * _vocabulary];
        _past = [.. _cache.Select(block => Pin(block, [batch, cache.Heads, _context, cache.HeadSize]))];
        var names = Enumerable.Range(0, cache.Layers).SelectMany(layer => new[] { $"{layer}.key", $"{layer}.value" }).ToArray();
        _inputs = ["input_ids", "attention_mask", .. names.Select(name => $"past_key_values.{name}")];
        _outputs = ["logits", .. names.Select(name => $"present.{name}")];
    }

    /// <summary>Seconds inside Run of the last <see cref="Generate"/>.</summary>
    public double RunSeconds { get; private set; }

    /// <summary>Draws <paramref name="steps"/> tokens in each row and returns the seconds that took, the prompt included.</summary>
    public double Generate(IReadOnlyList<int> prompt, int steps, double temperature, Random random)
    {
        var since = Stopwatch.GetTimestamp();
        RunSeconds = 0;
        var sampler = new ScalarSampler(_vocabulary, temperature);
        Prefill(prompt);
        var ids = new long[_batch];
        for (var row = 0; row < _batch; row++)
        {
            ids[row] = sampler.Sample(Row(prompt.Count - 1), random.NextDouble());
        }

        using var idsValue = Pin(_ids, [_batch, 1]);
        using var logits = Pin(_logits, [_batch, 1, _vocabulary]);
        OrtValue[] inputs = [idsValue, idsValue, .. _past];
        OrtValue[] outputs = [logits, .. _past];
        for (var length = prompt.Count + 1; length < prompt.Count + steps; length++)
        {
            ids.CopyTo(_ids, 0);
            Array.Fill(_mask, 1, 0, _batch * length);
            using var mask = Pin(_mask, [_batch, length]);
            inputs[1] = mask;
            Run(inputs, outputs);
            for (var row = 0; row < _batch; row++)
            {
                ids[row] = sampler.Sample(Row(row), random.NextDouble());
            }

            Unpin();
        }

        return Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    public void Dispose()
    {
        _past.ForEach(value => value.Dispose());
        _pins.ForEach(pin => pin.Free());
        _run.Dispose();
    }

    private void Prefill(IReadOnlyList<int> prompt)
    {
        for (var i = 0; i < prompt.Count; i++)
        {
            _ids[i] = prompt[i];
        }

        Array.Fill(_mask, 1, 0, prompt.Count);
        var cache = _descriptor.Cache;
        using var ids = Pin(_ids, [1, prompt.Count]);
        using var mask = Pin(_mask, [1, prompt.Count]);
        using var logits = Pin(_logits, [1, prompt.Count, _vocabulary]);
        var row = _cache.Select(block => Pin(block, [1, cache.Heads, _context, cache.HeadSize])).ToArray();
        Run([ids, mask, .. row], [logits, .. row]);
        foreach (var value in row)
        {
            value.Dispose();
        }

        var rowLength = cache.Heads * _context * cache.HeadSize;
        foreach (var block in _cache)
        {
            for (var target = 1; target < _batch; target++)
            {
                block.AsSpan(0, rowLength).CopyTo(block.AsSpan(target * rowLength));
            }
        }
    }

    private void Run(OrtValue[] inputs, OrtValue[] outputs)
    {
        var since = Stopwatch.GetTimestamp();
        _session.Run(_run, _inputs, inputs, _outputs, outputs);
        RunSeconds += Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    private ReadOnlySpan<float> Row(int row) => _logits.AsSpan(row * _vocabulary, _vocabulary);

    private OrtValue Pin<T>(T[] data, long[] shape)
        where T : unmanaged
    {
        var pin = GCHandle.Alloc(data, GCHandleType.Pinned);
        _pins.Add(pin);
        var bytes = shape.Aggregate(1L, (product, size) => product * size) * Marshal.SizeOf<T>();
        var type = typeof(T) == typeof(long)
            ? Microsoft.ML.OnnxRuntime.Tensors.TensorElementType.Int64
            : Microsoft.ML.OnnxRuntime.Tensors.TensorElementType.Float;
        return OrtValue.CreateTensorValueWithData(OrtMemoryInfo.DefaultInstance, type, shape, pin.AddrOfPinnedObject(), bytes);
    }

    // The step's own pin, the last, goes with the step.
    private void Unpin()
    {
        _pins[^1].Free();
        _pins.RemoveAt(_pins.Count - 1);
    }
}
