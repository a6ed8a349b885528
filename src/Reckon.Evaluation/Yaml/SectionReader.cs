using System.Collections.Immutable;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Evaluation.Yaml;

/// <summary>
/// Reads one section of a file key by key, and reports what is missing, wrong or unknown. Every reading method returns a
/// placeholder where it has reported a fault, so that the rest of the file is still checked.
/// </summary>
internal sealed class SectionReader(SourceNode.Map section, string path, DiagnosticLog log)
{
    private readonly List<string> _known = [];

    public DiagnosticLog Log => log;

    public SourceNode.Map Source => section;

    public string PathOf(string key) => path.Length == 0 ? key : $"{path}.{key}";

    /// <summary>The value of <paramref name="key"/>; null where there is none or it is null.</summary>
    public SourceNode? Optional(string key)
    {
        _known.Add(key);
        var value = section.Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value;
        return value is SourceNode.Scalar { IsNull: true } ? null : value;
    }

    /// <summary>The value of <paramref name="key"/>; null where there is none, which is reported.</summary>
    public SourceNode? Required(string key, string expected)
    {
        var value = Optional(key);
        if (value is null)
        {
            // A key without a value counts as missing.
            SourceNode place = section.Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Key ?? (SourceNode)section;
            log.Add(place.Line, place.Column, PathOf(key), $"{expected} is missing", $"Add '{key}: …'");
        }

        return value;
    }

    /// <summary>Reads a key that has one value only, and reports any other.</summary>
    public void Expect(string key, string expected)
    {
        var node = Required(key, $"'{expected}'");
        var isAsExpected = node is SourceNode.Scalar scalar && scalar.Text == expected;
        if (node is not null && !isAsExpected)
        {
            log.Add(node.Line, node.Column, PathOf(key), $"expected '{expected}', found {node.Described}", $"Write '{key}: {expected}'");
        }
    }

    public SectionReader? RequiredSection(string key) => Section(Required(key, "a section"), key);

    public SectionReader? OptionalSection(string key) => Section(Optional(key), key);

    public string Text(string key, string expected) => ValueReader.Text(Required(key, expected), PathOf(key), expected, log);

    public int Whole(string key, int min, int max, int missing) =>
        Optional(key) is { } value ? (int?)ValueReader.Whole(value, PathOf(key), min, max, log) ?? missing : missing;

    public int? OptionalWhole(string key, int min, int max) =>
        Optional(key) is { } value ? (int?)ValueReader.Whole(value, PathOf(key), min, max, log) : null;

    public long? OptionalLong(string key, long min, long max) =>
        Optional(key) is { } value ? ValueReader.Whole(value, PathOf(key), min, max, log) : null;

    public bool? OptionalFlag(string key) => Optional(key) is { } node ? ValueReader.Flag(node, PathOf(key), log) : null;

    public double Number(string key, double min, double max, double missing) =>
        Optional(key) is { } value ? ValueReader.Number(value, PathOf(key), min, max, log) ?? missing : missing;

    public double? OptionalNumber(string key, double min, double max) =>
        Optional(key) is { } value ? ValueReader.Number(value, PathOf(key), min, max, log) : null;

    /// <summary>The items of a list, each with its path; a single value counts as a list of one.</summary>
    public ImmutableArray<(SourceNode Node, string Path)> Items(SourceNode node, string key, string expected)
    {
        switch (node)
        {
            case SourceNode.Scalar:
                return [(node, PathOf(key))];
            case SourceNode.List { Items.IsEmpty: false } list:
                return [.. list.Items.Select((item, index) => (item, $"{PathOf(key)}[{index}]"))];
            case SourceNode.List:
                log.Add(node.Line, node.Column, PathOf(key), $"the list of {expected} is empty", "List at least one");
                return [];
            default:
                log.Add(node.Line, node.Column, PathOf(key), $"expected a list of {expected}, found {node.Described}",
                    "Write '[a, b]', or one item per line after '-'");
                return [];
        }
    }

    /// <summary>Reports unknown and duplicate keys. To be called when all have been read.</summary>
    public void Close()
    {
        var seen = new HashSet<string>();
        foreach (var key in section.Entries.Select(entry => entry.Key).TakeWhile(_ => !log.IsFull))
        {
            if (!seen.Add(key.Text))
            {
                log.Add(key.Line, key.Column, Shown(key.Text), $"duplicate key {Quoted.Of(key.Text)}", "Keep one of them");
            }
            else if (!_known.Contains(key.Text))
            {
                log.Add(key.Line, key.Column, Shown(key.Text), $"the key {Quoted.Of(key.Text)} is unknown",
                    Spelling.Remedy(key.Text, _known));
            }
        }
    }

    // A known key is plain text; an unknown one could be anything.
    private string Shown(string key) => PathOf(key.All(char.IsAsciiLetterOrDigit) && key.Length is > 0 and <= 40 ? key : Quoted.Of(key));

    private SectionReader? Section(SourceNode? node, string key)
    {
        if (node is SourceNode.Map map)
        {
            return new SectionReader(map, PathOf(key), log);
        }

        if (node is not null)
        {
            log.Add(node.Line, node.Column, PathOf(key), $"expected a section with keys, found {node.Described}",
                $"Write the keys below '{key}:', indented");
        }

        return null;
    }
}
