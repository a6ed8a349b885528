using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Reckon.Benchmarks.Inference;
using Reckon.Inference.Folders;

namespace Reckon.Benchmarks.Sweeps;

/// <summary>
/// The proposer's runs and a draw for each row, and nothing else: run after run over rows of given lengths, as one would write
/// it by hand. No requests, no prefixes, no texts. What is read does not matter to the time it takes.
/// </summary>
internal sealed class BareProposer : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();
    private readonly List<GCHandle> _pins = [];
    private readonly CacheShape _shape;
    private readonly int _context;
    private readonly int _vocabulary;
    private readonly ScalarSampler _sampler;
    private readonly long[] _ids;
    private readonly long[] _mask;
    private readonly float[] _logits;
    private readonly float[][] _cache;
    private readonly Dictionary<int, OrtValue[]> _views = []; // By rows.
    private readonly string[] _inputs;
    private readonly string[] _outputs;

    /// <param name="folder">The proposer's.</param>
    /// <param name="session">Stays the caller's.</param>
    /// <param name="rows">At most that many run at once.</param>
    /// <param name="temperature">Of the draws.</param>
    public BareProposer(ModelFolder folder, InferenceSession session, int rows, double temperature)
    {
        (_session, _shape, _context) = (session, folder.Descriptor.Cache, folder.Descriptor.Card.ContextTokens);
        _vocabulary = session.OutputMetadata["logits"].Dimensions[^1];
        _sampler = new ScalarSampler(_vocabulary, temperature);
        (_ids, _mask) = (new long[Math.Max(rows, _context)], new long[rows * _context]);
        _logits = new float[Math.Max(rows, _context) * _vocabulary];
        _cache = [.. Enumerable.Range(0, 2 * _shape.Layers).Select(_ => new float[rows * _shape.Heads * _context * _shape.HeadSize])];
        string[] names = [.. Enumerable.Range(0, _shape.Layers).SelectMany(layer => new[] { $"{layer}.key", $"{layer}.value" })];
        _inputs = ["input_ids", "attention_mask", .. names.Select(name => $"past_key_values.{name}")];
        _outputs = ["logits", .. names.Select(name => $"present.{name}")];
    }

    /// <summary>Runs <paramref name="runs"/> and returns the seconds that took.</summary>
    public double Run(IReadOnlyList<ProposerRun> runs, Random random)
    {
        var since = Stopwatch.GetTimestamp();
        foreach (var run in runs)
        {
            var rows = run.Lengths.Length;
            var width = FillMask(run);
            using var ids = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance,
                _ids.AsMemory(0, rows * run.Tokens), [rows, run.Tokens]);
            using var mask =
                OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, _mask.AsMemory(0, rows * width), [rows, width]);
            using var logits = OrtValue.CreateTensorValueFromMemory(
                OrtMemoryInfo.DefaultInstance, _logits.AsMemory(0, rows * run.Tokens * _vocabulary), [rows, run.Tokens, _vocabulary]);
            var cache = CacheOf(rows);
            _session.Run(_run, _inputs, [ids, mask, .. cache], _outputs, [logits, .. cache]);
            for (var row = 0; row < rows; row++)
            {
                _ids[row] = _sampler.Sample(_logits.AsSpan(row * _vocabulary, _vocabulary), random.NextDouble());
            }
        }

        return Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var value in _views.Values.SelectMany(view => view))
        {
            value.Dispose();
        }

        _pins.ForEach(pin => pin.Free());
        _run.Dispose();
    }

    private int FillMask(ProposerRun run)
    {
        var width = run.Lengths.Max() + run.Tokens;
        for (var row = 0; row < run.Lengths.Length; row++)
        {
            var ones = run.Lengths[row] + run.Tokens;
            _mask.AsSpan(row * width, ones).Fill(1);
            _mask.AsSpan((row * width) + ones, width - ones).Clear();
        }

        return width;
    }

    private OrtValue[] CacheOf(int rows)
    {
        if (!_views.TryGetValue(rows, out var view))
        {
            _views[rows] = view = [.. _cache.Select(block => View(block, rows, _shape.Heads, _context, _shape.HeadSize))];
        }

        return view;
    }

    private OrtValue View(float[] block, params long[] shape)
    {
        var pin = GCHandle.Alloc(block, GCHandleType.Pinned);
        _pins.Add(pin);
        var bytes = shape.Aggregate((long)sizeof(float), (product, size) => product * size);
        return OrtValue.CreateTensorValueWithData(OrtMemoryInfo.DefaultInstance, TensorElementType.Float,
            shape, pin.AddrOfPinnedObject(), bytes);
    }
}
