using System.Collections.Immutable;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Text;

namespace Reckon.Evaluation.Yaml;

/// <summary>Reads files that only hold values in sections, such as settings. YAML, and so JSON too.</summary>
public static class FlatYaml
{
    /// <summary>All values, in the order of the file, or everything that is wrong with it. A file with only comments has none.</summary>
    /// <param name="bytes">The file's bytes: UTF-8, with or without a byte order mark.</param>
    /// <param name="fileName">The file's path, for messages.</param>
    public static Validated<ImmutableArray<FlatValue>> Read(byte[] bytes, string fileName)
    {
        var log = new DiagnosticLog(fileName);
        var values = ImmutableArray.CreateBuilder<FlatValue>();
        if (StrictUtf8.Decode(bytes, log) is { } text && HasContent(text) && YamlSource.Read(text, log) is { } root)
        {
            AddRoot(root, values, log);
        }

        return log.IsClean
            ? new Validated<ImmutableArray<FlatValue>>.Valid(values.ToImmutable())
            : new Validated<ImmutableArray<FlatValue>>.Invalid(log.InOrder());
    }

    private static bool HasContent(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.Trim() is { IsEmpty: false } content && content[0] != '#')
            {
                return true;
            }
        }

        return false;
    }

    private static void AddRoot(SourceNode root, ImmutableArray<FlatValue>.Builder values, DiagnosticLog log)
    {
        if (root is SourceNode.Map map)
        {
            AddSection(map, "", values, log);
        }
        else if (root is not SourceNode.Scalar { IsNull: true })
        {
            log.Add(root.Line, root.Column, "", $"expected sections with keys, found {root.Described}", "Write 'key: value'");
        }
    }

    private static void AddSection(SourceNode.Map section, string path, ImmutableArray<FlatValue>.Builder values, DiagnosticLog log)
    {
        var seen = new HashSet<string>();
        foreach (var (key, value) in section.Entries)
        {
            var name = path.Length == 0 ? key.Text : $"{path}.{key.Text}";
            if (!seen.Add(key.Text))
            {
                log.Add(key.Line, key.Column, SafeText.Terminal(name), "duplicate key", "Keep one of them");
            }

            Add(key, value, name, values, log);
        }
    }

    private static void Add(SourceNode.Scalar key, SourceNode value, string path,
        ImmutableArray<FlatValue>.Builder values, DiagnosticLog log)
    {
        switch (value)
        {
            case SourceNode.Map { Entries.IsEmpty: false } section:
                AddSection(section, path, values, log);
                break;
            case SourceNode.List:
                log.Add(value.Line, value.Column, SafeText.Terminal(path), "expected one value, found a list", "Write one value");
                break;
            default:
                values.Add(
                    new FlatValue(path, value is SourceNode.Scalar { IsNull: false } scalar ? scalar.Text : null, key.Line, key.Column));
                break;
        }
    }
}
