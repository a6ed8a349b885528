namespace Reckon.Inference.Onnx.Graphs;

/// <summary>
/// The end of a language model's graph: the product that turns hidden states into logits, and the nodes that only pass them on.
/// </summary>
/// <param name="Product">Its first input are the hidden states, [batch, sequence, size].</param>
/// <param name="Passing">The names of all values from the product on, the logits among them.</param>
/// <param name="Width">Logits per position.</param>
internal sealed record Head(NodeProto Product, HashSet<string> Passing, int Width)
{
    private static readonly string[] _products = ["MatMul", "MatMulNBits", "FusedMatMul"];
    private static readonly string[] _passing = ["Cast", "Identity"];

    /// <summary>Finds it; null where the graph ends in something else.</summary>
    public static Head? Of(GraphProto graph, string logits)
    {
        var output = graph.Output.FirstOrDefault(value => value.Name == logits);
        var width = output?.Type?.TensorType?.Shape?.Dim.LastOrDefault()?.DimValue ?? 0;
        var (passing, name) = (new HashSet<string>(), logits);
        while (graph.Node.FirstOrDefault(node => node.Output.Contains(name)) is { } maker)
        {
            passing.Add(name);
            if (_products.Contains(maker.OpType))
            {
                return width is > 0 and <= int.MaxValue ? new Head(maker, passing, (int)width) : null;
            }

            if (!_passing.Contains(maker.OpType))
            {
                return null;
            }

            name = maker.Input[0];
        }

        return null;
    }
}
