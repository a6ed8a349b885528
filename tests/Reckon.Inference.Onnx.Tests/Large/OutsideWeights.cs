using System.Security.Cryptography;
using Google.Protobuf;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Graphs;

namespace Reckon.Inference.Onnx.Tests.Large;

/// <summary>
/// Writes a model whose weights are in a second file. Their places there are in a field that a rewrite does not know.
/// </summary>
internal static class OutsideWeights
{
    private const string FileName = "model.onnx.data";
    private const int ExternalData = 13;
    private const int DataLocation = 14;
    private const int Smallest = 1024; // Bytes; what is smaller stays inside.

    public static ModelFolder Write(LargeModel large, string folder)
    {
        var files = large.WriteTo(folder);
        var model = ModelProto.Parser.ParseFrom(File.ReadAllBytes(files.ModelPath));
        using (var outside = File.Create(Path.Combine(folder, FileName)))
        {
            for (var i = 0; i < model.Graph.Initializer.Count; i++)
            {
                if (model.Graph.Initializer[i].RawData.Length >= Smallest)
                {
                    model.Graph.Initializer[i] = Move(model.Graph.Initializer[i], outside);
                }
            }
        }

        File.WriteAllBytes(files.ModelPath, model.ToByteArray());
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, FileName))));
        return files with { Descriptor = files.Descriptor with { Data = [new DataFile(FileName, hash)] } };
    }

    private static TensorProto Move(TensorProto tensor, FileStream outside)
    {
        using var buffer = new MemoryStream();
        var place = new (string Key, string Value)[] { ("location", FileName),
            ("offset", $"{outside.Position}"), ("length", $"{tensor.RawData.Length}") };
        tensor.RawData.WriteTo(outside);
        tensor.ClearRawData();
        using (var output = new CodedOutputStream(buffer, leaveOpen: true))
        {
            tensor.WriteTo(output);
            foreach (var (key, value) in place)
            {
                output.WriteTag(ExternalData, WireFormat.WireType.LengthDelimited);
                output.WriteBytes(Entry(key, value));
            }

            output.WriteTag(DataLocation, WireFormat.WireType.Varint);
            output.WriteInt32(1);
        }

        return TensorProto.Parser.ParseFrom(buffer.ToArray());
    }

    private static ByteString Entry(string key, string value)
    {
        using var buffer = new MemoryStream();
        using (var output = new CodedOutputStream(buffer, leaveOpen: true))
        {
            output.WriteTag(1, WireFormat.WireType.LengthDelimited);
            output.WriteString(key);
            output.WriteTag(2, WireFormat.WireType.LengthDelimited);
            output.WriteString(value);
        }

        return ByteString.CopyFrom(buffer.ToArray());
    }
}
