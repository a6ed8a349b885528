using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Reckon.Inference.Folders;

namespace Reckon.Benchmarks.Sweeps;

/// <summary>
/// The verifier's runs and nothing else: chunk after chunk at given places of one slot, as one would write it by hand. No
/// requests, no texts, no scores. What is read does not matter to the time it takes, so it reads the same token over and over.
/// </summary>
internal sealed class BareVerifier : IDisposable
{
    private const int AnyToken = 5;

    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();
    private readonly List<GCHandle> _pins = [];
    private readonly long[] _ids;
    private readonly long[] _mask;
    private readonly float[] _scores;
    private readonly OrtValue[] _cache;
    private readonly OrtValue[] _stateIn;
    private readonly OrtValue[] _stateOut;
    private readonly string[] _inputs;
    private readonly string[] _outputs;

    /// <param name="folder">The verifier's.</param>
    /// <param name="session">Stays the caller's.</param>
    public BareVerifier(ModelFolder folder, InferenceSession session)
    {
        var (descriptor, context) = (folder.Descriptor, folder.Descriptor.Card.ContextTokens);
        var (cache, scores) = (descriptor.Cache, descriptor.Scores!); // A verifier has scores.
        _session = session;
        (_ids, _mask, _scores) = (new long[context], new long[context], new float[context]);
        Array.Fill(_ids, AnyToken);
        Array.Fill(_mask, 1);
        _cache = [.. Enumerable.Range(0, 2 * cache.Layers)
            .Select(_ => View(new float[cache.Heads * context * cache.HeadSize], 1, cache.Heads, context, cache.HeadSize))];
        _stateIn = scores.State is { } input ? [View(new float[input.Size], 1, input.Size)] : [];
        _stateOut = scores.State is { } output ? [View(new float[output.Size], 1, output.Size)] : [];
        string[] names = [.. Enumerable.Range(0, cache.Layers).SelectMany(layer => new[] { $"{layer}.key", $"{layer}.value" })];
        _inputs = ["input_ids", "attention_mask", .. names.Select(name => $"past_key_values.{name}"), .. scores.State is { } a
            ? [a.Input]
            : Array.Empty<string>()];
        _outputs =
            [scores.Output, .. names.Select(name => $"present.{name}"), .. scores.State is { } b ? [b.Output] : Array.Empty<string>()];
    }

    /// <summary>Runs <paramref name="chunks"/> and returns the seconds that took.</summary>
    public double Read(IEnumerable<Chunk> chunks)
    {
        var since = Stopwatch.GetTimestamp();
        foreach (var chunk in chunks)
        {
            using var ids =
                OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, _ids.AsMemory(0, chunk.Length), [1, chunk.Length]);
            using var mask = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance,
                _mask.AsMemory(0, chunk.Start + chunk.Length), [1, chunk.Start + chunk.Length]);
            using var scores =
                OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, _scores.AsMemory(0, chunk.Length), [1, chunk.Length]);
            _session.Run(_run, _inputs, [ids, mask, .. _cache, .. _stateIn], _outputs, [scores, .. _cache, .. _stateOut]);
        }

        return Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var value in (OrtValue[])[.. _cache, .. _stateIn, .. _stateOut])
        {
            value.Dispose();
        }

        _pins.ForEach(pin => pin.Free());
        _run.Dispose();
    }

    private OrtValue View(float[] data, params long[] shape) =>
        OrtValue.CreateTensorValueWithData(OrtMemoryInfo.DefaultInstance, TensorElementType.Float,
            shape, Pin(data), data.Length * sizeof(float));

    private nint Pin<T>(T[] data)
        where T : unmanaged
    {
        var pin = GCHandle.Alloc(data, GCHandleType.Pinned);
        _pins.Add(pin);
        return pin.AddrOfPinnedObject();
    }
}
