using Google.Protobuf;

namespace Reckon.Inference.Onnx.Graphs;

/// <summary>Makes a graph give its logits in single precision, so that nothing behind it has to know of another.</summary>
internal static class LogitsCast
{
    private const string Half = "logits_in_half";
    private const int Single = 1;

    /// <summary>The file with a cast at its end.</summary>
    public static byte[] Add(ReadOnlySpan<byte> file)
    {
        var model = ModelProto.Parser.ParseFrom(file);
        foreach (var node in model.Graph.Node)
        {
            for (var i = 0; i < node.Output.Count; i++)
            {
                node.Output[i] = node.Output[i] == HeadShape.Logits ? Half : node.Output[i];
            }
        }

        model.Graph.Node.Add(GraphNodes.Node("Cast", [Half], [HeadShape.Logits], GraphNodes.Attribute("to", Single)));
        model.Graph.Output.Single(output => output.Name == HeadShape.Logits).Type.TensorType.ElemType = Single;
        return model.ToByteArray();
    }
}
