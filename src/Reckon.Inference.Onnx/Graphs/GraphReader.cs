using System.Collections.Immutable;
using Google.Protobuf;
using Reckon.Inference.Folders;

namespace Reckon.Inference.Onnx.Graphs;

/// <summary>Reads from an ONNX graph what a run of it needs, or why it cannot be run.</summary>
/// <param name="graph">The graph.</param>
/// <param name="faults">Takes what is wrong, in words of the export.</param>
internal sealed class GraphReader(GraphProto graph, Action<string> faults)
{
    private const string Key = "past_key_values.";
    private const int Float = 1;
    private const int Half = 10;
    private const int BFloat = 16;
    private static readonly string[] _known = ["input_ids", "attention_mask", "position_ids", "num_logits_to_keep"];

    private static readonly Dictionary<string, string> _refused = new()
    {
        ["use_cache_branch"] = "an export without the input 'use_cache_branch', which old merged exports have",
        ["inputs_embeds"] = "an export that takes 'input_ids', not 'inputs_embeds'",
        ["block_table"] = "an export without a paged cache, which 'block_table' belongs to",
        ["cumulative_sequence_lengths"] = "an export without a paged cache, which 'cumulative_sequence_lengths' belongs to",
    };

    /// <summary>What the graph says; null when there are faults.</summary>
    public GraphFacts? Read()
    {
        RefuseOthers();
        var (cache, output) = (Cache(), Output());
        if (cache is null || output is not var (name, isHalf, width))
        {
            return null;
        }

        var hasFewBits = graph.Node.Any(node => node.OpType == "MatMulNBits");
        var runs = new RunShape
        {
            HasPositions = HasInput("position_ids"),
            CountsLogits = HasInput("num_logits_to_keep"),
            MindsLoneRows = hasFewBits,
            HasHalfLogits = isHalf,
        };
        return new GraphFacts(cache, runs, name, width, Parameters(), RotaryTokens(), DataFiles())
        {
            Tolerance = hasFewBits ? 0.3 : cache.IsHalf ? 0.05 : 1e-3,
        };
    }

    private bool HasInput(string name) => graph.Input.Any(input => input.Name == name);

    private void RefuseOthers()
    {
        foreach (var input in graph.Input.Select(input => input.Name))
        {
            if (_refused.TryGetValue(input, out var expected))
            {
                faults(expected);
            }
            else if (!_known.Contains(input) && !input.StartsWith(Key, StringComparison.Ordinal))
            {
                faults($"no input but {string.Join(", ", _known)} and {Key}N.key and .value, and found '{input}'");
            }
        }

        if (graph.Node.Any(node => node.OpType == "TensorScatter"))
        {
            faults("an export without a static cache, which TensorScatter writes");
        }

        foreach (var missing in _known[..2].Where(name => !HasInput(name)))
        {
            faults($"an input '{missing}'");
        }
    }

    private CacheShape? Cache()
    {
        var parts = graph.Input.Where(input => input.Name.StartsWith(Key, StringComparison.Ordinal)).ToArray();
        var layers = parts.Length / 2;
        var names = Enumerable.Range(0, layers).SelectMany(layer => new[] { $"{Key}{layer}.key", $"{Key}{layer}.value" }).ToHashSet();
        if (layers == 0 || !parts.Select(part => part.Name).ToHashSet().SetEquals(names))
        {
            faults($"a cache of keys and values, {Key}0.key to {Key}N.value: export it with a past (text-generation-with-past)");
            return null;
        }

        var shapes = parts.Select(part => (Type: TypeOf(part), Heads: SizeOf(part, 1), Head: SizeOf(part, 3))).Distinct().ToArray();
        if (shapes is not [var (type, heads, headSize)] || heads <= 0)
        {
            faults("layers that have the same number of key and value heads, of the same size and type");
            return null;
        }

        if (type is not (Float or Half))
        {
            faults(type == BFloat
                ? "keys and values in single or half precision: no processor kernel takes bfloat16"
                : "keys and values in single or half precision, not packed integers");
            return null;
        }

        var isShared = graph.Node.Any(node => node.OpType == "GroupQueryAttention");
        return new CacheShape(layers, heads, headSize)
        {
            Layout = isShared ? CacheLayout.SharedBuffer : CacheLayout.Concat,
            IsHalf = type == Half,
        };
    }

    private (string Name, bool IsHalf, int Width)? Output()
    {
        var output = graph.Output.FirstOrDefault(each => each.Name == HeadShape.Logits)
            ?? graph.Output.FirstOrDefault(each => !each.Name.StartsWith("present.", StringComparison.Ordinal));
        if (output is null || TypeOf(output) is not (Float or Half) || SizeOf(output, 2) <= 0)
        {
            faults($"an output '{HeadShape.Logits}' [batch, sequence, a known width] in single or half precision");
            return null;
        }

        return (output.Name, TypeOf(output) == Half, SizeOf(output, 2));
    }

    private static int TypeOf(ValueInfoProto value) => value.Type?.TensorType?.ElemType ?? 0;

    // 0 where the size is a name, or missing.
    private static int SizeOf(ValueInfoProto value, int axis) =>
        value.Type?.TensorType?.Shape?.Dim is { } sizes && axis < sizes.Count && sizes[axis].DimValue is > 0 and <= int.MaxValue and var size
            ? (int)size
            : 0;

    private int RotaryTokens() =>
        (int)(graph.Initializer.Where(IsRotary).Select(table => table.Dims.FirstOrDefault()).DefaultIfEmpty(0).Min() is >= 0 and <= int.MaxValue and var rows
            ? rows
            : 0);

    private static bool IsRotary(TensorProto tensor) => tensor.Name.StartsWith("cos_cache", StringComparison.Ordinal)
        || tensor.Name.StartsWith("sin_cache", StringComparison.Ordinal);

    // In double precision: sizes that nobody can have must not overflow.
    private long Parameters()
    {
        var packed = graph.Node.Where(node => node.OpType == "MatMulNBits").ToArray();
        var scales = packed.Select(node => node.Input.ElementAtOrDefault(2)).ToHashSet();
        var plain = graph.Initializer
            .Where(tensor => tensor.DataType is Float or Half or BFloat && !IsRotary(tensor) && !scales.Contains(tensor.Name))
            .Where(tensor => tensor.Dims.Count > 0) // Without a dimension it is a constant of a formula.
            .Sum(tensor => tensor.Dims.Aggregate(1.0, (product, size) => product * Math.Max(size, 0)));
        return (long)Math.Min(plain + packed.Sum(node => NumberOf(node, "K") * NumberOf(node, "N")), long.MaxValue / 2);
    }

    private static double NumberOf(NodeProto node, string name) =>
        Math.Max(0, node.Attribute.FirstOrDefault(attribute => attribute.Name == name)?.I ?? 0);

    private ImmutableArray<string> DataFiles() => [.. graph.Initializer
        .SelectMany(tensor => tensor.ExternalData)
        .Where(entry => entry.Key == WeightFiles.Location)
        .Select(entry => entry.Value)
        .Distinct()
        .Order(StringComparer.Ordinal)];

    /// <summary>Parses a model's file; null when it is no ONNX file, or larger than the format allows.</summary>
    public static GraphProto? Parse(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return ModelProto.Parser.ParseFrom(file).Graph;
        }
        catch (Exception fault) when (fault is InvalidProtocolBufferException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
