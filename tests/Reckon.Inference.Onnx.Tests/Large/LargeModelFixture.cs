using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Models;
using Reckon.Inference.Onnx.Options;
using Reckon.Inference.Proposing;
using Reckon.Search;
using Reckon.Search.Running;

namespace Reckon.Inference.Onnx.Tests.Large;

/// <summary>Writes the large model once, and opens it with any head.</summary>
public sealed class LargeModelFixture : IDisposable
{
    internal const int Vocabulary = 32_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reckon-large-");

    public LargeModelFixture() => Folder = new LargeModel(Vocabulary).WriteTo(_folder.FullName);

    public ModelFolder Folder { get; }

    internal static OnnxExecutionOptions With(HeadRewrite rewrite, int topLogits = 256) =>
        new() { HeadRewrite = rewrite, TopLogits = topLogits };

    internal OnnxModel Open(HeadRewrite rewrite, int slots, int topLogits = 256, int blocks = 0) =>
        InferenceEngines.OpenModel(Folder, slots, With(rewrite, topLogits), blocks);

    internal IProposerEngine Engine(HeadRewrite rewrite, int topLogits = 256, int maxRows = 16)
    {
        var options = new EngineOptions { MaxRows = maxRows, MaxKeptTokens = 0 };
        return new ProposerEngine(InferenceEngines.Parts(Folder, Open(rewrite, options.Slots, topLogits)), options);
    }

    internal static ExpandRequest Ask(Sampling sampling, int count, int problem = 1) => new(
        new Prefix(new Problem($"p{problem}", $"{problem + 5} 77 1234 {problem * 100} 9", "", "", 1), 1, [], []),
        0, count, Extent.Answer, sampling);

    public void Dispose() => _folder.Delete(recursive: true);
}
