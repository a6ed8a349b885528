using Google.Protobuf;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Graphs;
using Reckon.Inference.Onnx.Options;
using Reckon.Inference.Onnx.Sessions;

namespace Reckon.Inference.Onnx.Tests.Large;

public sealed class HeadRewriterTests
{
    private const int Vocabulary = 640;

    [Fact]
    public void Carries_along_what_it_does_not_know()
    {
        var model = new LargeModel(Vocabulary).Build();
        byte[] unknown = [0xA2, 0x06, 0x03, (byte)'a', (byte)'b', (byte)'c']; // Field 100, a text.
        model.Graph.Node[0] = NodeProto.Parser.ParseFrom([.. model.Graph.Node[0].ToByteArray(), .. unknown]);

        var rewritten = HeadRewriter.Rewrite([.. model.ToByteArray(), .. unknown], [.. Enumerable.Range(0, Vocabulary)], topCount: 4)!;

        var found = ModelProto.Parser.ParseFrom(rewritten.File);
        Assert.True(found.ToByteArray().AsSpan().EndsWith(unknown));
        Assert.True(found.Graph.Node[0].ToByteArray().AsSpan().EndsWith(unknown));
    }

    [Theory]
    [InlineData("Cast", true)]
    [InlineData("Identity", true)]
    [InlineData("Softmax", false)]
    public void Looks_through_what_merely_passes_logits_on(string type, bool isRewritten)
    {
        var model = new LargeModel(Vocabulary).Build();
        var head = model.Graph.Node.Single(node => node.Output.Contains("logits"));
        head.Output[0] = "raw";
        AttributeProto[] attributes = type == "Cast" ? [GraphNodes.Attribute("to", 1)] : [];
        model.Graph.Node.Add(GraphNodes.Node(type, ["raw"], ["logits"], attributes));

        Assert.Equal(isRewritten, HeadRewriter.Rewrite(model.ToByteArray(), [0], topCount: 4) is not null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("This is no model.")]
    public void Leaves_alone_what_is_no_model(string text) =>
        Assert.Null(HeadRewriter.Rewrite(System.Text.Encoding.UTF8.GetBytes(text), [0], topCount: 4));

    [Theory]
    [InlineData(32_000, 256)]
    [InlineData(128_256, 256)]
    [InlineData(151_936, 128)]
    [InlineData(50_257, 50_257)] // No power of two divides it: the row is summed up at once.
    public void Sums_up_in_short_chunks_where_the_vocabulary_can_be_cut(int vocabulary, int chunk)
    {
        var model = new LargeModel(Vocabulary).Build();
        model.Graph.Output.Single(output => output.Name == "logits").Type.TensorType.Shape.Dim[2].DimValue = vocabulary;

        Assert.Equal(chunk, HeadRewriter.Rewrite(model.ToByteArray(), [0], topCount: 4)!.Head!.Chunk);
    }

    [Theory]
    [InlineData(HeadRewrite.Auto, ExecutionProvider.Cpu, 31_999, HeadRewrite.Never)]
    [InlineData(HeadRewrite.Auto, ExecutionProvider.Cpu, 32_000, HeadRewrite.Rows)]
    [InlineData(HeadRewrite.Auto, ExecutionProvider.Cuda, 31_999, HeadRewrite.Never)]
    [InlineData(HeadRewrite.Auto, ExecutionProvider.CudaPlugin, 32_000, HeadRewrite.Top)]
    [InlineData(HeadRewrite.Never, ExecutionProvider.Cuda, 200_000, HeadRewrite.Never)]
    [InlineData(HeadRewrite.Top, ExecutionProvider.Cpu, 100, HeadRewrite.Top)]
    public void Is_chosen_by_vocabulary_and_provider_or_by_hand(HeadRewrite asked,
        ExecutionProvider provider, int vocabulary, HeadRewrite chosen) =>
        Assert.Equal(chosen, HeadChoice.Choose(new OnnxExecutionOptions { HeadRewrite = asked, Provider = provider }, vocabulary));

    [Fact]
    public void Says_so_when_a_rewrite_is_asked_for_that_is_not_possible()
    {
        var folder = Directory.CreateTempSubdirectory("reckon-head-");
        try
        {
            var files = new LargeModel(Vocabulary).WriteTo(folder.FullName);
            var model = ModelProto.Parser.ParseFrom(File.ReadAllBytes(files.ModelPath));
            model.Graph.Node.Single(node => node.Output.Contains("logits")).OpType = "Gemm";
            File.WriteAllBytes(files.ModelPath, model.ToByteArray());

            var fault = Assert.Throws<ModelLoadException>(() => HeadChoice.For(files, LargeModelFixture.With(HeadRewrite.Rows)));

            Assert.Contains("to rewrite it", fault.Message, StringComparison.Ordinal);
            Assert.Null(HeadChoice.For(files, new OnnxExecutionOptions { LargeVocabulary = 1 }));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
