namespace Reckon.Evaluation;

/// <summary>Resolves the paths of a sweep file against its folder, and reports those that lead nowhere.</summary>
internal sealed class SweepPaths(string sweepFile, IFileProbe files)
{
    private readonly string _folder = Path.GetDirectoryName(sweepFile) ?? "";

    /// <summary>Reads a path to a file.</summary>
    public string File(SectionReader section, string key, string expected) =>
        Resolve(section, key, expected, path => path, "there is no file");

    /// <summary>Reads a path to a model's folder.</summary>
    public string Model(SectionReader section, string key, string expected) =>
        Resolve(section, key, expected, path => Path.Combine(path, ModelPaths.Manifest), $"there is no model folder with a {ModelPaths.Manifest} in it");

    private string Resolve(SectionReader section, string key, string expected, Func<string, string> evidence, string complaint)
    {
        var node = section.Required(key, expected);
        var written = Values.Text(node, section.PathOf(key), expected, section.Log);
        if (node is null || written.Length == 0)
        {
            return "";
        }

        if (written.Contains('\0', StringComparison.Ordinal))
        {
            section.Log.Add(node.Line, node.Column, section.PathOf(key), "a path cannot hold a null character", "Write a path");
            return "";
        }

        var path = Path.Combine(_folder, written);
        if (!files.Exists(evidence(path)))
        {
            section.Log.Add(
                node.Line, node.Column, section.PathOf(key), $"{complaint} at {Quoted.Of(path)}",
                "Correct the path; it is relative to the folder of the sweep file");
        }

        return path;
    }
}
