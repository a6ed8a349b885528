using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Graphs;
using Reckon.Inference.Tokens;

namespace Reckon.Inference.Onnx;

/// <summary>Reads model folders: described by <c>reckon.json</c>, or as an exporter wrote them.</summary>
public static class OnnxFolders
{
    private const long MostBytes = int.MaxValue; // Of the format's messages.

    private const string Remedy =
        "Export the model with the model builder: python -m onnxruntime_genai.models.builder -m MODEL -o FOLDER -p int4 -e cpu.";

    /// <summary>Reads and checks the folder.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="parse">Parses chat templates; null where they are not used.</param>
    /// <exception cref="ModelLoadException">With all faults that could be found.</exception>
    public static ModelFolder Read(string path, ChatTemplateParser? parse = null)
    {
        if (!Directory.Exists(path) || ModelFolder.IsDescribed(path))
        {
            var described = ModelFolder.Read(path);
            WeightFiles.ThrowIfUnnamed(described);
            return described;
        }

        return ModelFolder.ReadPlain(path, GraphOf, parse);
    }

    /// <summary>The same, for a model that must have <paramref name="role"/>.</summary>
    /// <exception cref="ModelLoadException">With all faults that could be found.</exception>
    public static ModelFolder Read(string path, ModelRole role, ChatTemplateParser? parse = null) => Read(path, parse).ThrowUnless(role);

    /// <summary>The model on a server, whose tokenizer is in a folder.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="manifest">What is read in the place of its <c>reckon.json</c>: a JSON object with <c>remote</c>.</param>
    /// <param name="role">What the model must be.</param>
    /// <param name="parse">Parses chat templates; null where they are not used.</param>
    /// <exception cref="ModelLoadException">With all faults that could be found.</exception>
    public static ModelFolder ReadServer(string path, string manifest, ModelRole role, ChatTemplateParser? parse = null) =>
        ModelFolder.ReadPlain(path, GraphOf, parse, manifest).ThrowUnless(role);

    private static GraphFacts? GraphOf(string path, Action<string, string> faults)
    {
        if (FolderFile.Unreadable(path) is { } expected)
        {
            faults(expected, "Fetch or export the file again.");
            return null;
        }

        if (GraphReader.Parse(path) is not { } graph)
        {
            faults(
                new FileInfo(path).Length >= MostBytes
                    ? "an ONNX file below 2 GB, with larger weights in files next to it"
                    : "an ONNX file, and this one is damaged or holds something else",
                Remedy);
            return null;
        }

        return new GraphReader(graph, expected => faults(expected, Remedy)).Read();
    }
}
