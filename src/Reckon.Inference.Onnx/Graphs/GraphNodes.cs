using System.Runtime.InteropServices;
using Google.Protobuf;

namespace Reckon.Inference.Onnx.Graphs;

/// <summary>Makes the pieces of a graph: nodes, constants, inputs and outputs.</summary>
internal static class GraphNodes
{
    private const int FloatType = 1;
    private const int Int64Type = 7;
    private const int IntAttribute = 2;
    private const int IntsAttribute = 7;

    public static NodeProto Node(string type, string[] inputs, string[] outputs, params AttributeProto[] attributes) => new()
    {
        Name = $"{outputs[0]}_{type}",
        OpType = type,
        Input = { inputs },
        Output = { outputs },
        Attribute = { attributes },
    };

    public static AttributeProto Attribute(string name, long value) => new() { Name = name, I = value, Type = IntAttribute };

    public static AttributeProto Attribute(string name, long[] values) => new() { Name = name, Ints = { values }, Type = IntsAttribute };

    public static TensorProto Constant(string name, params long[] values) => new()
    {
        Name = name,
        DataType = Int64Type,
        Dims = { values.Length },
        Int64Data = { values },
    };

    public static TensorProto Constant(string name, ReadOnlySpan<float> values, params long[] shape) => new()
    {
        Name = name,
        DataType = FloatType,
        Dims = { shape },
        RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(values)), // Little-endian, like every machine that the runtime supports.
    };

    public static ValueInfoProto Floats(string name, params object[] shape) => Value(name, FloatType, shape);

    public static ValueInfoProto Integers(string name, params object[] shape) => Value(name, Int64Type, shape);

    // A size is a number, or the name of one that varies.
    private static ValueInfoProto Value(string name, int type, object[] shape) => new()
    {
        Name = name,
        Type = new TypeProto
        {
            TensorType = new TypeProto.Types.Tensor
            {
                ElemType = type,
                Shape = new TensorShapeProto { Dim = { shape.Select(Dimension) } },
            },
        },
    };

    private static TensorShapeProto.Types.Dimension Dimension(object size) => size is string name
        ? new TensorShapeProto.Types.Dimension { DimParam = name }
        : new TensorShapeProto.Types.Dimension { DimValue = Convert.ToInt64(size) };
}
