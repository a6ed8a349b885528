using System.Diagnostics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Tensors;

namespace Reckon.Benchmarks.Inference;

/// <summary>
/// The shortest loop over a model as an exporter wrote it: rows of equal length that decode and draw in lockstep. One buffer for past and
/// present where the graph takes it so; else what one run gives back is the past of the next, and nothing is copied.
/// </summary>
internal sealed class LockstepLoop : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();
    private readonly ModelFolder _folder;
    private readonly int _batch;
    private readonly int _width;
    private readonly NativeBuffer<byte>[] _cache;
    private readonly NativeBuffer<long> _ids;
    private readonly NativeBuffer<long> _mask;
    private readonly NativeBuffer<long> _positions;
    private readonly float[] _row;
    private readonly string[] _inputs;
    private readonly string[] _outputs;

    public LockstepLoop(ModelFolder folder, InferenceSession session, int batch)
    {
        (_folder, _session, _batch) = (folder, session, batch);
        var (cache, context) = (folder.Descriptor.Cache, folder.Descriptor.Card.ContextTokens);
        _width = session.OutputMetadata["logits"].Dimensions[^1];
        _row = new float[_width];
        _cache = [.. Enumerable.Range(0, 2 * cache.Layers).Select(_ => new NativeBuffer<byte>((long)batch * cache.Heads * context * cache.HeadSize * cache.NumberBytes))];
        (_ids, _mask, _positions) = (new(context * batch), new(context * batch), new(context * batch));
        _mask.Slice(0, context * batch).Fill(1);
        string[] names = [.. Enumerable.Range(0, cache.Layers).SelectMany(layer => new[] { $"{layer}.key", $"{layer}.value" })];
        string[] positions = folder.Descriptor.Runs.HasPositions ? ["position_ids"] : [];
        _inputs = ["input_ids", "attention_mask", .. positions, .. names.Select(name => $"past_key_values.{name}")];
        _outputs = ["logits", .. names.Select(name => $"present.{name}")];
    }

    private bool IsShared => _folder.Descriptor.Cache.Layout == CacheLayout.SharedBuffer;

    /// <summary>Draws <paramref name="steps"/> tokens in each row and returns the seconds that took, the prompt included.</summary>
    public double Generate(IReadOnlyList<int> prompt, int steps, double temperature, Random random)
    {
        var since = Stopwatch.GetTimestamp();
        var sampler = new ScalarSampler(_width, temperature);
        long[] drawn = new long[_batch];
        OrtValue[] past = IsShared ? Shared() : [.. _cache.Select(buffer => Joined(buffer, 0))];
        for (var row = 0; row < _batch; row++)
        {
            for (var i = 0; i < prompt.Count; i++)
            {
                _ids.Slice((row * prompt.Count) + i, 1)[0] = prompt[i];
            }
        }

        // GroupQueryAttention reads several rows from empty at once, as the other layout does.
        for (var (length, chunk) = (0, prompt.Count); length < prompt.Count + steps - 1; length += chunk, chunk = 1)
        {
            if (length > 0)
            {
                drawn.CopyTo(_ids.Slice(0, _batch));
            }

            past = Step(past, length, chunk, logits =>
            {
                for (var row = 0; row < _batch; row++)
                {
                    drawn[row] = sampler.Sample(Row(logits, (row * chunk) + chunk - 1), random.NextDouble());
                }
            });
        }

        Free(past);
        return Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    public void Dispose()
    {
        foreach (var buffer in _cache)
        {
            buffer.Dispose();
        }

        _ids.Dispose();
        _mask.Dispose();
        _positions.Dispose();
        _run.Dispose();
    }

    private OrtValue[] Step(OrtValue[] past, int length, int chunk, Action<OrtValue> draw)
    {
        using var ids = TensorView.Of(_ids, _batch, chunk);
        using var mask = TensorView.Of(_mask, _batch, length + chunk);
        using var positions = Positions(length, chunk);
        OrtValue[] inputs = [ids, mask, .. _folder.Descriptor.Runs.HasPositions ? (OrtValue[])[positions] : [], .. past];
        if (!IsShared)
        {
            var all = _session.Run(_run, _inputs, inputs, _outputs);
            draw(all[0]);
            all[0].Dispose();
            Free(past);
            return [.. all.Skip(1)];
        }

        using var logits = OrtValue.CreateAllocatedTensorValue(
            OrtAllocator.DefaultInstance, _session.OutputMetadata["logits"].ElementDataType, [_batch, chunk, _width]);
        _session.Run(_run, _inputs, inputs, _outputs, [logits, .. past]);
        draw(logits);
        return past;
    }

    private OrtValue Positions(int length, int chunk)
    {
        for (var i = 0; i < _batch * chunk; i++)
        {
            _positions.Slice(i, 1)[0] = length + (i % chunk);
        }

        return TensorView.Of(_positions, _batch, chunk);
    }

    private ReadOnlySpan<float> Row(OrtValue logits, int at)
    {
        if (logits.GetTensorTypeAndShape().ElementDataType == Microsoft.ML.OnnxRuntime.Tensors.TensorElementType.Float)
        {
            return logits.GetTensorDataAsSpan<float>().Slice(at * _width, _width);
        }

        var halves = MemoryMarshal.Cast<Float16, Half>(logits.GetTensorDataAsSpan<Float16>()).Slice(at * _width, _width);
        TensorPrimitives.ConvertToSingle(halves, _row);
        return _row;
    }

    private OrtValue[] Shared() => [.. _cache.Select(buffer => Joined(buffer, _folder.Descriptor.Card.ContextTokens))];

    private OrtValue Joined(NativeBuffer<byte> buffer, int tokens) => TensorView.Of(
        OrtMemoryInfo.DefaultInstance, buffer.AddressOf(0), _folder.Descriptor.Cache.IsHalf, _batch, _folder.Descriptor.Cache.Heads, tokens, _folder.Descriptor.Cache.HeadSize);

    private static void Free(OrtValue[] values)
    {
        foreach (var value in values)
        {
            value.Dispose();
        }
    }
}
