using Google.Protobuf;
using Reckon.Inference.Folders;
using Reckon.Inference.Judging;

namespace Reckon.Inference.Onnx.Graphs;

/// <summary>Makes a graph give one score in [0, 1] at every position, from what its own head gives.</summary>
internal static class ScoreRewriter
{
    private const int Single = 1;

    /// <summary>The file with <paramref name="scores"/> [batch, sequence] in place of its own output.</summary>
    public static byte[] Rewrite(ReadOnlySpan<byte> file, ScoreHead head, string scores)
    {
        var model = ModelProto.Parser.ParseFrom(file);
        var graph = model.Graph;
        graph.Node.Add(GraphNodes.Node("Cast", [head.Output], ["score_numbers"], GraphNodes.Attribute("to", Single)));
        if (head.Kind == HeadKind.Scalar)
        {
            graph.Node.Add(GraphNodes.Node("Sigmoid", ["score_numbers"], ["score_shares"]));
            Pick(graph, "score_shares", 0, scores);
        }
        else
        {
            // The good one first. Of a language model's logits nothing else is needed.
            graph.Initializer.Add(GraphNodes.Constant("score_labels", head.Good, head.Bad));
            graph.Node.Add(GraphNodes.Node("Gather", ["score_numbers", "score_labels"], ["score_pair"], GraphNodes.Attribute("axis", 2)));
            graph.Node.Add(GraphNodes.Node("Softmax", ["score_pair"], ["score_shares"], GraphNodes.Attribute("axis", -1)));
            Pick(graph, "score_shares", 0, scores);
        }

        graph.Output.Remove(graph.Output.Single(output => output.Name == head.Output));
        graph.Output.Add(GraphNodes.Floats(scores, "batch_size", "sequence_length"));
        return model.ToByteArray();
    }

    // An index without dimensions takes the axis away.
    private static void Pick(GraphProto graph, string from, int index, string into)
    {
        graph.Initializer.Add(new TensorProto { Name = "score_index", DataType = 7, Int64Data = { index } });
        graph.Node.Add(GraphNodes.Node("Gather", [from, "score_index"], [into], GraphNodes.Attribute("axis", 2)));
    }
}
