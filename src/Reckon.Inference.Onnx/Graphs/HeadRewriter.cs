using System.Collections.Immutable;
using Google.Protobuf;

namespace Reckon.Inference.Onnx.Graphs;

/// <summary>
/// Rewrites the end of a model's graph, so that only the logits of the requested rows are computed, and the largest of each row can
/// be read without the row.
/// </summary>
/// <remarks>
/// Before the head: hidden states [batch · sequence, size], gathered by the input <c>rows</c>. After it, where the largest are
/// asked for: TopK on the logits as they are, and the logarithm of the sum of exp(logit / temperature) over all candidates.
/// Weights outside the file are not changed, nor are the references to them.
/// </remarks>
internal sealed class HeadRewriter
{
    private const float Impossible = -1e30f; // Not infinity: the log-sum of nothing but infinities would not be a number.
    private const string DefaultDomain = "";
    private const int AxesAreAnInputFrom = 18; // Of the operator set, for reductions.

    private readonly GraphProto _graph;
    private readonly bool _axesAreAnInput;

    private HeadRewriter(ModelProto model)
    {
        _graph = model.Graph;
        _axesAreAnInput = model.OpsetImport.Any(set => set.Domain is DefaultDomain && set.Version >= AxesAreAnInputFrom);
    }

    /// <summary>The rewritten file and what it gives; null when the graph ends in something unknown.</summary>
    /// <param name="file">An ONNX file, its weights inside or outside.</param>
    /// <param name="candidates">The ids that may be drawn.</param>
    /// <param name="topCount">Logits that can be read without their row; 0 for none.</param>
    public static RewrittenModel? Rewrite(ReadOnlySpan<byte> file, ImmutableArray<int> candidates, int topCount)
    {
        if (Parse(file) is not { } model)
        {
            return null;
        }

        if (Head.Of(model.Graph, HeadShape.Logits) is not { } head)
        {
            return null;
        }

        var shape = new HeadShape(head.Width, Math.Min(topCount, head.Width), ChunkOf(head.Width));
        new HeadRewriter(model).Rewrite(head, shape, candidates);
        return new RewrittenModel(model.ToByteArray(), shape);
    }

    // The runtime says what is wrong with a file that is not ONNX.
    private static ModelProto? Parse(ReadOnlySpan<byte> file)
    {
        try
        {
            return ModelProto.Parser.ParseFrom(file) is { Graph: not null } model ? model : null;
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }

    // Short chunks make the error of a sum small. A row that cannot be cut is one chunk.
    private static int ChunkOf(int width)
    {
        const int longest = 512;
        const int shortest = 64;
        var chunk = longest;
        while (chunk >= shortest && width % chunk != 0)
        {
            chunk /= 2;
        }

        return chunk >= shortest ? chunk : width;
    }

    private void Rewrite(Head head, HeadShape shape, ImmutableArray<int> candidates)
    {
        GatherRows(head, shape);
        if (shape.TopCount > 0)
        {
            _graph.Initializer.Add(GraphNodes.Constant("top_count", shape.TopCount));
            _graph.Node.Add(GraphNodes.Node(
                "TopK", [HeadShape.Logits, "top_count"], [HeadShape.TopValues, HeadShape.TopIds], GraphNodes.Attribute("axis", -1)));
            _graph.Output.Add(GraphNodes.Floats(HeadShape.TopValues, HeadShape.Rows, shape.TopCount));
            _graph.Output.Add(GraphNodes.Integers(HeadShape.TopIds, HeadShape.Rows, shape.TopCount));
            SumUp(shape, candidates);
        }
    }

    private void GatherRows(Head head, HeadShape shape)
    {
        var at = _graph.Node.IndexOf(head.Product);
        _graph.Node.Insert(at, GraphNodes.Node("Flatten", [head.Product.Input[0]], ["head_positions"], GraphNodes.Attribute("axis", 2)));
        _graph.Node.Insert(
            at + 1, GraphNodes.Node("Gather", ["head_positions", HeadShape.Rows], ["head_rows"], GraphNodes.Attribute("axis", 0)));
        head.Product.Input[0] = "head_rows";
        _graph.Input.Add(GraphNodes.Integers(HeadShape.Rows, HeadShape.Rows));

        // The shapes that were known after the head have changed.
        foreach (var known in _graph.ValueInfo.Where(value => head.Passing.Contains(value.Name)).ToList())
        {
            _graph.ValueInfo.Remove(known);
        }

        _graph.Output[_graph.Output.IndexOf(_graph.Output.First(value => value.Name == HeadShape.Logits))] =
            GraphNodes.Floats(HeadShape.Logits, HeadShape.Rows, shape.Width);
    }

    private void SumUp(HeadShape shape, ImmutableArray<int> candidates)
    {
        _graph.Input.Add(GraphNodes.Floats(HeadShape.InverseTemperatures, HeadShape.Rows, 1));
        _graph.Node.Add(GraphNodes.Node("Mul", [HeadShape.Logits, HeadShape.InverseTemperatures], ["head_scaled"]));
        var scaled = "head_scaled";
        if (candidates.Length < shape.Width)
        {
            var mask = Enumerable.Repeat(Impossible, shape.Width).ToArray();
            foreach (var id in candidates)
            {
                mask[id] = 0;
            }

            _graph.Initializer.Add(GraphNodes.Constant("head_mask", mask, shape.Width));
            _graph.Node.Add(GraphNodes.Node("Add", [scaled, "head_mask"], ["head_masked"]));
            scaled = "head_masked";
        }

        _graph.Initializer.Add(GraphNodes.Constant("head_chunks", -1, shape.Width / shape.Chunk, shape.Chunk));
        _graph.Node.Add(GraphNodes.Node("Reshape", [scaled, "head_chunks"], ["head_chunked"]));
        _graph.Node.Add(LogSum("head_chunked", 2, "head_chunk_sums"));
        _graph.Node.Add(LogSum("head_chunk_sums", 1, HeadShape.LogSums));
        _graph.Output.Add(GraphNodes.Floats(HeadShape.LogSums, HeadShape.Rows));
    }

    private NodeProto LogSum(string input, long axis, string output)
    {
        if (!_axesAreAnInput)
        {
            return GraphNodes.Node(
                "ReduceLogSumExp", [input], [output], GraphNodes.Attribute("axes", [axis]), GraphNodes.Attribute("keepdims", 0));
        }

        _graph.Initializer.Add(GraphNodes.Constant($"{output}_axes", axis));
        return GraphNodes.Node("ReduceLogSumExp", [input, $"{output}_axes"], [output], GraphNodes.Attribute("keepdims", 0));
    }
}
