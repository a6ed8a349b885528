using Google.Protobuf;
using Reckon.Inference.Folders;

namespace Reckon.Inference.Onnx.Graphs;

/// <summary>
/// Finds the files next to an ONNX file that hold its weights. A file that the descriptor does not name would not be a part of the model's
/// identity: other weights would have the same hash.
/// </summary>
public static class WeightFiles
{
    internal const string Location = "location"; // The key of the file's name in ONNX.

    /// <summary>
    /// Checks that the descriptor of <paramref name="folder"/> names every such file; its hash was then compared with the file.
    /// </summary>
    /// <exception cref="ModelLoadException">The graph takes weights from a file that the descriptor does not name.</exception>
    public static void ThrowIfUnnamed(ModelFolder folder)
    {
        var named = folder.Descriptor.Data.Select(data => data.File).ToHashSet(StringComparer.Ordinal);
        var faults = FilesOf(folder.ModelPath).Where(file => !named.Contains(file)).Select(file => new ModelFault(
            ModelDescriptor.FileName,
            $"'data' to name the file '{file}', from which {folder.Descriptor.ModelFile} takes weights"
            + (File.Exists(Path.Combine(folder.Path, file)) ? "" : ", and which is not there"),
            "Add { \"file\": …, \"sha256\": … } to 'data'.")).ToArray();
        if (faults.Length > 0)
        {
            throw new ModelLoadException(folder.Path, [.. faults]);
        }
    }

    private static IEnumerable<string> FilesOf(string modelPath)
    {
        try
        {
            using var file = File.OpenRead(modelPath);
            return [.. ModelProto.Parser.ParseFrom(file).Graph?.Initializer
                .SelectMany(tensor => tensor.ExternalData)
                .Where(entry => entry.Key == Location)
                .Select(entry => entry.Value)
                .Distinct()
                .Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>()];
        }
        catch (InvalidProtocolBufferException)
        {
            return []; // Not an ONNX file: the runtime says so.
        }
    }
}
