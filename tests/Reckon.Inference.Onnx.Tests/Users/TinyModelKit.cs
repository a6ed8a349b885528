using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Memory;
using Reckon.Inference.Onnx.Options;
using Reckon.Inference.Slots;
using Reckon.Inference.Tests.Kits;

namespace Reckon.Inference.Onnx.Tests.Users;

/// <summary>Everything that a model must do, for a folder as an exporter wrote it.</summary>
public abstract class TinyModelKit : ModelKit, IDisposable
{
    private readonly TinyFolder _folder;
    private readonly HeadRewrite _rewrite;

    private protected TinyModelKit(string export, double tolerance, HeadRewrite rewrite = HeadRewrite.Auto)
    {
        (_folder, Tolerance, OperationTolerance, _rewrite) = (new TinyFolder(export), tolerance, tolerance, rewrite);
    }

    protected override double Tolerance { get; }

    protected override double OperationTolerance { get; }

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Where the KV cache is; null for where it is on the device of the tests.</summary>
    private protected virtual ICacheMemory? Memory => null;

    /// <summary>What the graph says after a text is what a recomputation in double precision says.</summary>
    [Fact]
    public void Says_what_its_weights_say()
    {
        using var model = Open(2);
        foreach (var (seed, length) in ((int, int)[])[(1, 2), (2, 17), (3, 64)])
        {
            var text = Text(seed, length);
            var expected = TinyReference.Logits(_folder.Shape, _folder.Meant, text);

            Assert.InRange(Worst(model.Prefill(0, text), expected), 0, Tolerance);
            model.Prefill(0, text.AsSpan(0, 1));
            for (var i = 1; i < length - 1; i++)
            {
                model.Decode(text.AsSpan(i, 1));
            }

            Assert.InRange(Worst(model.Decode(text.AsSpan(length - 1, 1)), expected), 0, Tolerance);
        }
    }

    protected override IModel Open(int slots) => InferenceEngines.OpenModel(
        OnnxFolders.Read(_folder.Path), slots, TestDevice.Options with { HeadRewrite = _rewrite }, blocks: 16, Memory);

    protected override int[] Text(int seed, int length)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => random.Next(400))];
    }

    private static double Worst(ReadOnlySpan<float> found, double[] expected)
    {
        var worst = 0.0;
        for (var i = 0; i < expected.Length; i++)
        {
            worst = Math.Max(worst, Math.Abs(found[i] - expected[i]));
        }

        return worst;
    }
}
