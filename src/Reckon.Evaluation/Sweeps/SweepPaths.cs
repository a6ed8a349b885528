using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Files;
using Reckon.Evaluation.Yaml;

namespace Reckon.Evaluation.Sweeps;

/// <summary>
/// Resolves the paths of a sweep file against its folder, and reports those that lead nowhere, for which it returns empty ones.
/// </summary>
internal sealed class SweepPaths(string sweepFile, IFileProbe files)
{
    private readonly string _folder = Path.GetDirectoryName(sweepFile) ?? "";

    /// <summary>The sweep file's folder.</summary>
    public string Folder => _folder;

    /// <summary>Reads a path to a file.</summary>
    public string File(SectionReader section, string key, string expected) =>
        Resolve(section, key, expected, path => path, path => files.IsFolder(path) ? "there is a folder, not a file," : "there is no file");

    /// <summary>The path to a file at <paramref name="node"/>, one of the values of <paramref name="key"/>.</summary>
    public string FileAt(SectionReader section, string key, SourceNode node, string at, string expected)
    {
        var written = ValueReader.Text(node, at, expected, section.Log);
        return written.Length == 0 ? "" : Found(section, key, node, written, path => path, path =>
            (files.IsFolder(path) ? "there is a folder, not a file," : "there is no file", "Correct the path; it is relative to the folder of the sweep file"));
    }

    /// <summary>
    /// Reads a path to a model's folder, or a server with the folder of its model's tokenizer; the second text is what is said of the server.
    /// </summary>
    public (string Folder, string? Manifest) Model(SectionReader section, string key, string expected)
    {
        if (section.Optional(key) is not SourceNode.Map said)
        {
            return (Resolve(section, key, expected, ManifestOf, NoModel), null);
        }

        var server = new SectionReader(said, section.PathOf(key), section.Log);
        var folder = Resolve(server, ServerSection.Tokenizer, "the folder with the tokenizer of the server's model", ManifestOf, NoModel);
        return (folder, ServerSection.ManifestOf(said, key));
    }

    private static string NoModel(string path) => $"there is no model folder with a {ModelPaths.Manifest} or {ModelPaths.Tokenizer} in it";

    // A folder as an exporter wrote it has no descriptor, but no model is without a tokenizer.
    private string ManifestOf(string folder) => Path.Combine(folder, ModelPaths.Manifest) is var manifest && files.Exists(manifest)
        ? manifest
        : Path.Combine(folder, ModelPaths.Tokenizer);

    /// <summary>Reads what describes a dataset, a known name or the path of a file; null where nothing is said.</summary>
    public string? Descriptor(SectionReader section, string key)
    {
        if (section.Optional(key) is not { } node)
        {
            return null;
        }

        var written = ValueReader.Text(node, section.PathOf(key), "the name or path of a descriptor", section.Log);
        return written.Length == 0 || KnownDescriptors.Names.Contains(written)
            ? written
            : Found(section, key, node, written, path => path, _ =>
                ($"{Quoted.Of(written)} is not a known descriptor, and there is no file", DescriptorRemedy(written)));
    }

    private static string DescriptorRemedy(string word) =>
        KnownDescriptors.Remedy(word) is var remedy && remedy.EndsWith('?')
            ? remedy
            : $"{remedy}, relative to the folder of the sweep file";

    private string Resolve(SectionReader section, string key, string expected, Func<string, string> evidence, Func<string, string> complain)
    {
        var node = section.Required(key, expected);
        var written = ValueReader.Text(node, section.PathOf(key), expected, section.Log);
        if (node is null || written.Length == 0)
        {
            return "";
        }

        return Found(section, key, node, written, evidence, path =>
            (complain(path), "Correct the path; it is relative to the folder of the sweep file"));
    }

    private string Found(
        SectionReader section, string key, SourceNode node, string written,
        Func<string, string> evidence, Func<string, (string Complaint, string Remedy)> complain)
    {
        if (written.Contains('\0', StringComparison.Ordinal))
        {
            section.Log.Add(node.Line, node.Column, section.PathOf(key), "a path cannot hold a null character", "Write a path");
            return "";
        }

        var path = Path.Combine(_folder, written);
        if (files.Exists(evidence(path)))
        {
            return path;
        }

        var (complaint, remedy) = complain(path);
        section.Log.Add(node.Line, node.Column, section.PathOf(key), $"{complaint} at {Quoted.Of(path)}", remedy);
        return "";
    }
}
