using System.Globalization;
using System.Runtime.InteropServices;
using Google.Protobuf;
using Reckon.Inference.Onnx.Graphs;

namespace Reckon.Inference.Onnx.Tests.Users;

/// <summary>Writes a graph; every operation returns the name of its output.</summary>
internal sealed class GraphWriter
{
    public const int FloatType = 1;
    public const int ByteType = 2;
    public const int Int32Type = 6;
    public const int Int64Type = 7;
    public const int BoolType = 9;
    public const int HalfType = 10;
    public const string Contrib = "com.microsoft";

    private int _names;

    public GraphProto Graph { get; } = new() { Name = "main_graph" };

    public string Input(string name, int type, params object[] shape)
    {
        Graph.Input.Add(Value(name, type, shape));
        return name;
    }

    public string Output(string name, int type, params object[] shape)
    {
        Graph.Output.Add(Value(name, type, shape));
        return name;
    }

    public string Weight(string name, Matrix values, bool isHalf = false) => Weight(name, isHalf, values.Values, values.Rows, values.Columns);

    public string Vector(string name, Matrix values, bool isHalf = false) => Weight(name, isHalf, values.Values, values.Columns);

    public string Weight(string name, bool isHalf, float[] values, params long[] shape) => Raw(
        name, isHalf ? HalfType : FloatType,
        isHalf ? MemoryMarshal.AsBytes<Half>(values.Select(value => (Half)value).ToArray()) : MemoryMarshal.AsBytes<float>(values), shape);

    public string Raw(string name, int type, ReadOnlySpan<byte> bytes, params long[] shape)
    {
        Graph.Initializer.Add(new TensorProto { Name = name, DataType = type, Dims = { shape }, RawData = ByteString.CopyFrom(bytes) });
        return name;
    }

    public string Number(long value) => Constant($"number_{value}", () => new TensorProto { DataType = Int64Type, Int64Data = { value } });

    public string List(params long[] values) => Constant(
        $"list_{string.Join('_', values)}", () => new TensorProto { DataType = Int64Type, Dims = { values.Length }, Int64Data = { values } });

    public string Fraction(float value) => Constant(
        string.Create(CultureInfo.InvariantCulture, $"fraction_{value:R}"), () => new TensorProto { DataType = FloatType, RawData = ByteString.CopyFrom(BitConverter.GetBytes(value)) });

    public string Node(string type, string[] inputs, params AttributeProto[] attributes) => Into($"{type}_{_names++}", type, inputs, "", attributes);

    public string Into(string output, string type, string[] inputs, string domain = "", params AttributeProto[] attributes)
    {
        Several(type, inputs, [output], domain, attributes);
        return output;
    }

    public void Several(string type, string[] inputs, string[] outputs, string domain, params AttributeProto[] attributes)
    {
        var node = GraphNodes.Node(type, inputs, outputs, attributes);
        node.Domain = domain;
        Graph.Node.Add(node);
    }

    public static AttributeProto Of(string name, float value) => new() { Name = name, F = value, Type = 1 };

    public static AttributeProto Of(string name, long value) => GraphNodes.Attribute(name, value);

    public static AttributeProto Of(string name, params long[] values) => GraphNodes.Attribute(name, values);

    /// <summary>Saves the graph; tensors of <paramref name="inlineBelow"/> bytes and more go into another file.</summary>
    public void Save(string folder, string dataFile, int opset, int inlineBelow)
    {
        using (var data = File.Create(Path.Combine(folder, dataFile)))
        {
            foreach (var tensor in Graph.Initializer.Where(tensor => tensor.RawData.Length >= inlineBelow))
            {
                AddPlace(tensor, "location", dataFile);
                AddPlace(tensor, "offset", data.Position.ToString(CultureInfo.InvariantCulture));
                AddPlace(tensor, "length", tensor.RawData.Length.ToString(CultureInfo.InvariantCulture));
                data.Write(tensor.RawData.Span);
                tensor.ClearRawData();
                tensor.DataLocation = 1;
            }
        }

        var model = new ModelProto
        {
            IrVersion = opset > 20 ? 10 : 8,
            Graph = Graph,
            OpsetImport = { new OperatorSetIdProto { Version = opset }, new OperatorSetIdProto { Domain = Contrib, Version = 1 } },
        };
        File.WriteAllBytes(Path.Combine(folder, "model.onnx"), model.ToByteArray());
    }

    private static void AddPlace(TensorProto tensor, string key, string value) =>
        tensor.ExternalData.Add(new StringStringEntryProto { Key = key, Value = value });

    private string Constant(string name, Func<TensorProto> make)
    {
        if (Graph.Initializer.All(tensor => tensor.Name != name))
        {
            var tensor = make();
            tensor.Name = name;
            Graph.Initializer.Add(tensor);
        }

        return name;
    }

    private static ValueInfoProto Value(string name, int type, object[] shape)
    {
        var value = GraphNodes.Floats(name, shape);
        value.Type.TensorType.ElemType = type;
        return value;
    }
}
