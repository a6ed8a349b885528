using System.Collections.Immutable;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Yaml;
using Reckon.Search;

namespace Reckon.Evaluation.Sweeps;

/// <summary>Reads what a sweep says to its proposer before each problem, its key <c>prompt</c>.</summary>
internal sealed class PrefaceReader(SectionReader root)
{
    private const int LongestText = 65_536;
    private const int MostExamples = 64;

    /// <summary>What is said; null where nothing is.</summary>
    public Preface? Read()
    {
        if (root.OptionalSection("prompt") is not { } section)
        {
            return null;
        }

        var preface = new Preface
        {
            System = section.Optional("system") is { } system ? Text(system, section.PathOf("system"), section.Log) : null,
            Examples = section.Optional("examples") is { } examples ? ReadExamples(examples, section) : [],
        };
        section.Close();
        return preface == new Preface() ? null : preface;
    }

    private static ImmutableArray<WorkedExample> ReadExamples(SourceNode node, SectionReader section)
    {
        const string expected = "problems with their solutions";
        var items = section.Items(node, "examples", expected);
        if (items.Length > MostExamples)
        {
            section.Log.Add(
                node.Line, node.Column, section.PathOf("examples"),
                $"expected at most {MostExamples} examples, found {items.Length}", "Remove some");
        }

        return [.. items.Select(item => Example(item.Node, item.Path, section.Log)).OfType<WorkedExample>()];
    }

    private static WorkedExample? Example(SourceNode node, string path, DiagnosticLog log)
    {
        if (node is not SourceNode.Map map)
        {
            log.Add(
                node.Line, node.Column, path, $"expected a problem and its solution, found {node.Described}",
                "Write '{ problem: …, solution: … }'");
            return null;
        }

        var section = new SectionReader(map, path, log);
        var example = new WorkedExample(Required(section, "problem"), Required(section, "solution"));
        section.Close();
        return example;
    }

    private static string Required(SectionReader section, string key) =>
        section.Required(key, "a text") is { } node ? Text(node, section.PathOf(key), section.Log) : "";

    private static string Text(SourceNode node, string path, DiagnosticLog log)
    {
        var expected = $"a text of 1 to {LongestText} characters";
        var text = ValueReader.Text(node, path, expected, log);
        if (text.Length > LongestText)
        {
            log.Add(node.Line, node.Column, path, $"expected {expected}, found {text.Length}", "Shorten it");
        }

        return text;
    }
}
