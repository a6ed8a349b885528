using static Reckon.Inference.Onnx.Tests.Users.GraphWriter;

namespace Reckon.Inference.Onnx.Tests.Users;

/// <summary>
/// A tiny Llama as onnxruntime-genai's model builder lays it out: GroupQueryAttention with the rotary inside, and a head size that only
/// has a name. Weights in single or half precision, or of four bits.
/// </summary>
/// <param name="shape">Its sizes.</param>
/// <param name="isHalf">Whether its numbers have half precision.</param>
/// <param name="accuracyLevel">How products with weights of four bits are computed, as MatMulNBits counts: 1 in single precision, 4 in integers of eight bits; null for other weights.</param>
internal sealed class BuilderGraph(TinyShape shape, bool isHalf, int? accuracyLevel)
{
    private readonly GraphWriter _graph = new();

    private int NumberType => isHalf ? HalfType : FloatType;

    public GraphWriter Write(TinyWeights weights)
    {
        var ids = _graph.Input("input_ids", Int64Type, "batch_size", "sequence_length");
        var mask = _graph.Input("attention_mask", Int64Type, "batch_size", "total_sequence_length");
        for (var i = 0; i < shape.Layers; i++)
        {
            foreach (var part in (string[])["key", "value"])
            {
                _graph.Input($"past_key_values.{i}.{part}", NumberType, "batch_size", shape.KeyHeads, "past_sequence_length", "kv_cache_dim");
                _graph.Output($"present.{i}.{part}", NumberType, "batch_size", shape.KeyHeads, "total_sequence_length", "kv_cache_dim");
            }
        }

        _graph.Output("logits", NumberType, "batch_size", "sequence_length", shape.Vocabulary);
        var sum = _graph.Node("ReduceSum", [mask, _graph.List(1)], Of("keepdims", 0));
        var last = _graph.Node("Cast", [_graph.Node("Sub", [sum, _graph.List(1)])], Of("to", Int32Type));
        var total = _graph.Node("Cast", [_graph.Node("Gather", [_graph.Node("Shape", [mask]), _graph.Number(1)])], Of("to", Int32Type));
        string[] lengths = [last, total, Table("cos_cache", Math.Cos), Table("sin_cache", Math.Sin)];
        var x = _graph.Node("Gather", [_graph.Weight("model.embed_tokens.weight", weights.Embedding, isHalf), ids]);
        var normal = _graph.Node(
            "SimplifiedLayerNormalization", [x, _graph.Vector("first_norm.weight", weights.Layers[0].InputNorm, isHalf)],
            Of("axis", -1), Of("epsilon", (float)TinyShape.Epsilon), Of("stash_type", 1));
        foreach (var (i, layer) in weights.Layers.Index())
        {
            var next = i + 1 < weights.Layers.Length ? weights.Layers[i + 1].InputNorm : weights.Norm;
            (normal, x) = Layer(x, normal, i, layer, next, lengths);
        }

        Product(normal, "lm_head.MatMul", weights.Head, "logits");
        return _graph;
    }

    private (string Normal, string X) Layer(string x, string normal, int i, TinyLayer layer, Matrix nextNorm, string[] lengths)
    {
        var at = $"model.layers.{i}";
        var packed = Product(normal, $"{at}.attn.qkv_proj", Matrix.Beside(layer.Query, layer.Key, layer.Value));
        var mixed = $"{at}.attn.output";
        _graph.Several(
            "GroupQueryAttention",
            [packed, "", "", $"past_key_values.{i}.key", $"past_key_values.{i}.value", .. lengths],
            [mixed, $"present.{i}.key", $"present.{i}.value"], Contrib,
            Of("num_heads", shape.Heads), Of("kv_num_heads", shape.KeyHeads), Of("scale", 1 / MathF.Sqrt(shape.HeadSize)),
            Of("do_rotary", 1), Of("rotary_interleaved", 0), Of("local_window_size", -1));
        (normal, x) = AddAndNorm(x, Product(mixed, $"{at}.attn.o_proj", layer.Output), $"{at}.post_norm", layer.PostNorm);
        var gate = Product(normal, $"{at}.mlp.gate_proj", layer.Gate);
        var gated = _graph.Node(
            "Mul", [_graph.Node("Mul", [gate, _graph.Node("Sigmoid", [gate])]), Product(normal, $"{at}.mlp.up_proj", layer.Up)]);
        return AddAndNorm(x, Product(gated, $"{at}.mlp.down_proj", layer.Down), $"{at}.next_norm", nextNorm);
    }

    private (string Normal, string Sum) AddAndNorm(string x, string more, string name, Matrix weight)
    {
        _graph.Several(
            "SkipSimplifiedLayerNormalization", [x, more, _graph.Vector($"{name}.weight", weight, isHalf)],
            [$"{name}.output_0", "", "", $"{name}.output_3"], Contrib, Of("epsilon", (float)TinyShape.Epsilon));
        return ($"{name}.output_0", $"{name}.output_3");
    }

    private string Product(string x, string name, Matrix values, string? into = null)
    {
        var output = into ?? $"{name}.output";
        if (accuracyLevel is not { } level)
        {
            return _graph.Into(output, "MatMul", [x, _graph.Weight($"{name}.weight", values, isHalf)]);
        }

        var (codes, scales) = FourBits.Pack(values);
        return _graph.Into(
            output,
            "MatMulNBits",
            [
                x,
                _graph.Raw($"{name}.weight_Q4", ByteType, codes, values.Columns, values.Rows / FourBits.Block, FourBits.Block / 2),
                _graph.Weight($"{name}.weight_scales", false, scales, scales.Length),
            ],
            Contrib,
            Of("K", values.Rows), Of("N", values.Columns), Of("bits", 4), Of("block_size", FourBits.Block), Of("accuracy_level", level));
    }

    private string Table(string name, Func<double, double> of)
    {
        var half = shape.HeadSize / 2;
        return _graph.Weight(
            name, isHalf, [.. Enumerable.Range(0, shape.Context * half).Select(i => (float)of(shape.Angle(i / half, i % half)))], shape.Context, half);
    }
}
