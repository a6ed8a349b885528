using Google.Protobuf;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Graphs;

namespace Reckon.Inference.Onnx.Tests.Large;

/// <summary>
/// A language model with a large vocabulary and nothing learnt: GroupQueryAttention over a shared buffer as in the models that
/// ship, small in all but its vocabulary, its weights random and always the same.
/// </summary>
/// <param name="vocabulary">Logits.</param>
/// <param name="size">Of a hidden state.</param>
/// <param name="layers">At least one.</param>
/// <param name="rows">The only number of rows that a run may have; null for any.</param>
internal sealed class LargeModel(int vocabulary, int size = 32, int layers = 2, int? rows = null)
{
    private const int HeadSize = 16;
    private const int ContextTokens = 128;
    private const int KeyHeads = 1;
    private const int Padding = 96; // Logits beyond the tokenizer's size, as many models have.

    private readonly GraphProto _graph = new() { Name = "large" };
    private readonly Random _random = new(20_031);

    private int Heads => size / HeadSize;

    /// <summary>Writes the model's file into a folder and returns what an engine needs to know of it.</summary>
    public ModelFolder WriteTo(string folder)
    {
        File.WriteAllBytes(Path.Combine(folder, "model.onnx"), Build().ToByteArray());
        return Describe(folder);
    }

    public ModelProto Build()
    {
        var model = new ModelProto
        {
            IrVersion = 10,
            OpsetImport =
                { new OperatorSetIdProto { Domain = "", Version = 18 }, new OperatorSetIdProto { Domain = "com.microsoft", Version = 1 } },
            Graph = _graph,
        };
        Lengths();
        _graph.Initializer.Add(Random("embedding", 1, vocabulary, size));
        _graph.Node.Add(GraphNodes.Node("Gather", ["embedding", "input_ids"], ["hidden_0"]));
        for (var layer = 0; layer < layers; layer++)
        {
            Layer(layer);
        }

        _graph.Initializer.Add(Random("head", 0.6f, size, vocabulary));
        _graph.Node.Add(Norm($"hidden_{layers}", "final"));
        _graph.Node.Add(GraphNodes.Node("MatMul", ["final", "head"], ["logits"]));
        _graph.Output.Add(GraphNodes.Floats("logits", "batch", "sequence", vocabulary));
        return model;
    }

    private ModelFolder Describe(string folder)
    {
        var tokenizer = new NumberTokenizer(vocabulary - Padding);
        var card = new ModelCard("large", "1", "", vocabulary * size * 2L, ContextTokens, ModelRole.Proposer);
        var descriptor = new ModelDescriptor(
            card, "model.onnx", "{problem}\n", HasBeginMark: true, "\n", ["</s>"],
            new CacheShape(layers, KeyHeads, HeadSize), Scores: null);
        var known = new KnownAnswer(1e9, [new KnownText([1, 5, 6, 7, 8, 9], [.. new float[vocabulary]])]); // It knows nothing.
        return new ModelFolder(folder, descriptor, tokenizer, NumberTokenizer.Begin,
            NumberTokenizer.Delimiter, [NumberTokenizer.End], known);
    }

    private void Lengths()
    {
        _graph.Input.Add(GraphNodes.Integers("input_ids", rows is { } only ? only : "batch", "sequence"));
        _graph.Input.Add(GraphNodes.Integers("attention_mask", "batch", "total"));
        _graph.Initializer.Add(GraphNodes.Constant("one", 1));
        _graph.Node.Add(GraphNodes.Node("ReduceSum", ["attention_mask", "one"], ["tokens"], GraphNodes.Attribute("keepdims", 0)));
        _graph.Node.Add(GraphNodes.Node("Sub", ["tokens", "one"], ["last"]));
        _graph.Node.Add(ToInt32("last", "lengths"));
        _graph.Node.Add(GraphNodes.Node("Shape", ["attention_mask"], ["mask_shape"]));
        _graph.Initializer.Add(new TensorProto { Name = "second", DataType = 7, Int64Data = { 1 } });
        _graph.Node.Add(GraphNodes.Node("Gather", ["mask_shape", "second"], ["total_tokens"]));
        _graph.Node.Add(ToInt32("total_tokens", "total_length"));
        var angles = Enumerable.Range(0, ContextTokens * HeadSize / 2)
            .Select(i => i / (HeadSize / 2) / Math.Pow(10_000, i % (HeadSize / 2) * 2.0 / HeadSize)).ToArray();
        _graph.Initializer.Add(
            GraphNodes.Constant("cosines", angles.Select(angle => (float)Math.Cos(angle)).ToArray(), ContextTokens, HeadSize / 2));
        _graph.Initializer.Add(
            GraphNodes.Constant("sines", angles.Select(angle => (float)Math.Sin(angle)).ToArray(), ContextTokens, HeadSize / 2));
    }

    private void Layer(int layer)
    {
        var width = (Heads + (2 * KeyHeads)) * HeadSize;
        _graph.Initializer.Add(Random($"attend_{layer}", 0.3f, size, width));
        _graph.Initializer.Add(Random($"join_{layer}", 0.3f, size, size));
        _graph.Node.Add(Norm($"hidden_{layer}", $"normed_{layer}"));
        _graph.Node.Add(GraphNodes.Node("MatMul", [$"normed_{layer}", $"attend_{layer}"], [$"packed_{layer}"]));
        var (key, value) = ($"past_key_values.{layer}.key", $"past_key_values.{layer}.value");
        var attention = GraphNodes.Node(
            "GroupQueryAttention",
            [$"packed_{layer}", "", "", key, value, "lengths", "total_length", "cosines", "sines"],
            [$"attended_{layer}", $"present.{layer}.key", $"present.{layer}.value"],
            GraphNodes.Attribute("num_heads", Heads), GraphNodes.Attribute("kv_num_heads", KeyHeads), GraphNodes.Attribute("do_rotary", 1));
        attention.Domain = "com.microsoft";
        _graph.Node.Add(attention);
        _graph.Node.Add(GraphNodes.Node("MatMul", [$"attended_{layer}", $"join_{layer}"], [$"joined_{layer}"]));
        _graph.Node.Add(GraphNodes.Node("Add", [$"hidden_{layer}", $"joined_{layer}"], [$"hidden_{layer + 1}"]));
        foreach (var part in (string[])["key", "value"])
        {
            _graph.Input.Add(GraphNodes.Floats($"past_key_values.{layer}.{part}", "batch", KeyHeads, "past", HeadSize));
            _graph.Output.Add(GraphNodes.Floats($"present.{layer}.{part}", "batch", KeyHeads, "present", HeadSize));
        }
    }

    private NodeProto Norm(string input, string output)
    {
        _graph.Initializer.Add(GraphNodes.Constant($"{output}_scale", Enumerable.Repeat(1f, size).ToArray(), size));
        return GraphNodes.Node("SimplifiedLayerNormalization", [input, $"{output}_scale"], [output], GraphNodes.Attribute("axis", -1));
    }

    private static NodeProto ToInt32(string input, string output) =>
        GraphNodes.Node("Cast", [input], [output], GraphNodes.Attribute("to", 6));

    private TensorProto Random(string name, float scale, params long[] shape) => GraphNodes.Constant(
        name, Enumerable.Range(0, (int)shape.Aggregate(1L, (product, side) => product * side))
            .Select(_ => scale * ((2 * _random.NextSingle()) - 1) * 1.7320508f).ToArray(), shape);
}
