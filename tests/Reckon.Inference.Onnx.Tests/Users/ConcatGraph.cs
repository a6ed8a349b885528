using Reckon.Inference.Onnx.Graphs;
using static Reckon.Inference.Onnx.Tests.Users.GraphWriter;

namespace Reckon.Inference.Onnx.Tests.Users;

/// <summary>
/// A tiny Llama in plain ONNX, laid out as optimum's <c>text-generation-with-past</c>: a mask for every key, rotary by
/// <c>position_ids</c>, keys and values joined by Concat.
/// </summary>
internal sealed class ConcatGraph(TinyShape shape)
{
    private readonly GraphWriter _graph = new();

    /// <summary>The graph, up to its logits, or to what <paramref name="head"/> makes of the last hidden state.</summary>
    public GraphWriter Write(TinyWeights weights, Action<GraphWriter, string>? head = null)
    {
        const string total = "past_sequence_length + sequence_length";
        var ids = _graph.Input("input_ids", Int64Type, "batch_size", "sequence_length");
        var mask = _graph.Input("attention_mask", Int64Type, "batch_size", total);
        var positions = _graph.Input("position_ids", Int64Type, "batch_size", "sequence_length");
        for (var layer = 0; layer < shape.Layers; layer++)
        {
            foreach (var part in (string[])["key", "value"])
            {
                _graph.Input($"past_key_values.{layer}.{part}", FloatType, "batch_size", shape.KeyHeads, "past_sequence_length", shape.HeadSize);
                _graph.Output($"present.{layer}.{part}", FloatType, "batch_size", shape.KeyHeads, total, shape.HeadSize);
            }
        }

        var (bias, angles) = (Bias(ids, mask), Angles(positions));
        var x = _graph.Node("Gather", [_graph.Weight("model.embed_tokens.weight", weights.Embedding), ids]);
        foreach (var (i, layer) in weights.Layers.Index())
        {
            x = Layer(x, i, layer, bias, angles);
        }

        x = Norm(x, "model.norm.weight", weights.Norm);
        if (head is not null)
        {
            head(_graph, x);
            return _graph;
        }

        _graph.Output("logits", FloatType, "batch_size", "sequence_length", shape.Vocabulary);
        _graph.Into("logits", "MatMul", [x, _graph.Weight("lm_head.weight", weights.Head)]);
        return _graph;
    }

    private string Size(string tensor, int axis) => _graph.Node("Gather", [_graph.Node("Shape", [tensor]), _graph.Number(axis)]);

    private string Bias(string ids, string mask)
    {
        var (start, length, width) = (Size("past_key_values.0.key", 2), Size(ids, 1), Size(mask, 1));
        var range = _graph.Node("Range", [start, _graph.Node("Add", [start, length]), _graph.Number(1)]);
        var queries = _graph.Node("Unsqueeze", [range, _graph.List(0, 1, 3)]);
        var keys = _graph.Node("Unsqueeze", [_graph.Node("Range", [_graph.Number(0), width, _graph.Number(1)]), _graph.List(0, 1, 2)]);
        var seen = _graph.Node("Unsqueeze", [_graph.Node("Cast", [mask], Of("to", BoolType)), _graph.List(1, 2)]);
        var allowed = _graph.Node("And", [_graph.Node("LessOrEqual", [keys, queries]), seen]);
        return _graph.Node("Where", [allowed, _graph.Fraction(0), _graph.Fraction(float.MinValue)]);
    }

    private (string Cos, string Sin) Angles(string positions)
    {
        var half = shape.HeadSize / 2;
        var frequencies = _graph.Weight("inv_freq", false, [.. Enumerable.Range(0, half).Select(i => (float)shape.Angle(1, i))], half);
        var places = _graph.Node("Unsqueeze", [_graph.Node("Cast", [positions], Of("to", FloatType)), _graph.List(2)]);
        var angles = _graph.Node("Mul", [places, frequencies]);
        angles = _graph.Node("Unsqueeze", [_graph.Node("Concat", [angles, angles], Of("axis", -1)), _graph.List(1)]);
        return (_graph.Node("Cos", [angles]), _graph.Node("Sin", [angles]));
    }

    private string Layer(string x, int i, TinyLayer layer, string bias, (string Cos, string Sin) angles)
    {
        string Name(string part) => $"model.layers.{i}.{part}.weight";
        var normal = Norm(x, Name("input_layernorm"), layer.InputNorm);
        string Project(string part, Matrix values) => _graph.Node("MatMul", [normal, _graph.Weight(Name(part), values)]);
        var query = Turn(Split(Project("q_proj", layer.Query), shape.Heads), angles);
        var key = Turn(Split(Project("k_proj", layer.Key), shape.KeyHeads), angles);
        var value = Split(Project("v_proj", layer.Value), shape.KeyHeads);
        key = _graph.Into($"present.{i}.key", "Concat", [$"past_key_values.{i}.key", key], "", Of("axis", 2));
        value = _graph.Into($"present.{i}.value", "Concat", [$"past_key_values.{i}.value", value], "", Of("axis", 2));
        var scores = _graph.Node("MatMul", [query, _graph.Node("Transpose", [Widen(key)], Of("perm", 0, 1, 3, 2))]);
        scores = _graph.Node("Add", [_graph.Node("Mul", [scores, _graph.Fraction(1 / MathF.Sqrt(shape.HeadSize))]), bias]);
        var mixed = _graph.Node("MatMul", [_graph.Node("Softmax", [scores], Of("axis", -1)), Widen(value)]);
        mixed = _graph.Node("Reshape", [_graph.Node("Transpose", [mixed], Of("perm", 0, 2, 1, 3)), _graph.List(0, 0, shape.Width)]);
        x = _graph.Node("Add", [x, _graph.Node("MatMul", [mixed, _graph.Weight(Name("o_proj"), layer.Output)])]);
        normal = Norm(x, Name("post_attention_layernorm"), layer.PostNorm);
        var gate = Project("gate_proj", layer.Gate);
        var gated = _graph.Node("Mul", [_graph.Node("Mul", [gate, _graph.Node("Sigmoid", [gate])]), Project("up_proj", layer.Up)]);
        return _graph.Node("Add", [x, _graph.Node("MatMul", [gated, _graph.Weight(Name("down_proj"), layer.Down)])]);
    }

    private string Norm(string x, string name, Matrix weight)
    {
        var square = _graph.Node("ReduceMean", [_graph.Node("Pow", [x, _graph.Fraction(2)])], GraphNodes.Attribute("axes", [-1L]));
        var root = _graph.Node("Sqrt", [_graph.Node("Add", [square, _graph.Fraction((float)TinyShape.Epsilon)])]);
        return _graph.Node("Mul", [_graph.Vector(name, weight), _graph.Node("Div", [x, root])]);
    }

    private string Turn(string x, (string Cos, string Sin) angles)
    {
        var half = shape.HeadSize / 2;
        var first = _graph.Node("Slice", [x, _graph.List(0), _graph.List(half), _graph.List(3)]);
        var second = _graph.Node("Slice", [x, _graph.List(half), _graph.List(shape.HeadSize), _graph.List(3)]);
        var turned = _graph.Node("Concat", [_graph.Node("Neg", [second]), first], Of("axis", -1));
        return _graph.Node("Add", [_graph.Node("Mul", [x, angles.Cos]), _graph.Node("Mul", [turned, angles.Sin])]);
    }

    private string Split(string x, int heads) =>
        _graph.Node("Transpose", [_graph.Node("Reshape", [x, _graph.List(0, 0, heads, shape.HeadSize)])], Of("perm", 0, 2, 1, 3));

    private string Widen(string x)
    {
        var groups = shape.Heads / shape.KeyHeads;
        x = _graph.Node("Expand", [_graph.Node("Unsqueeze", [x, _graph.List(2)]), _graph.List(1, 1, groups, 1, 1)]);
        return _graph.Node("Reshape", [x, _graph.List(0, shape.Heads, -1, shape.HeadSize)]);
    }
}
