using System.Collections.Immutable;
using System.Security.Cryptography;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Text;
using Reckon.Evaluation.Yaml;
using Reckon.Search.Strategies;

namespace Reckon.Evaluation.Sweeps;

/// <summary>Reads policy files. It never throws, whatever the bytes are.</summary>
public static class PolicyParser
{
    private const int LongestName = 40;
    private const int HashDigits = 8;

    /// <summary>The policy, or everything that is wrong with it, by place.</summary>
    /// <param name="bytes">The file, in UTF-8.</param>
    /// <param name="fileName">Its path, for messages.</param>
    public static Validated<PolicyFile> Parse(byte[] bytes, string fileName)
    {
        var log = new DiagnosticLog(fileName);
        var file = StrictUtf8.Decode(bytes, log) is { } text ? Read(text, Convert.ToHexStringLower(SHA256.HashData(bytes)), log) : null;
        return file is not null && log.IsClean ? new Validated<PolicyFile>.Valid(file) : new Validated<PolicyFile>.Invalid(log.InOrder());
    }

    private static PolicyFile? Read(string text, string hash, DiagnosticLog log)
    {
        if (YamlSource.Read(text, log) is SourceNode.Map map)
        {
            return Read(new SectionReader(map, "", log), hash);
        }

        if (log.IsClean)
        {
            log.Add(1, 1, "", "this is not a policy", "Name a file policy-FAMILY-MEASURE.yaml that 'reckon report' wrote");
        }

        return null;
    }

    private static PolicyFile Read(SectionReader root, string hash)
    {
        root.Expect("apiVersion", "reckon/v1");
        root.Expect("kind", "Policy");
        var name = Slug.Of(root.Text("name", "a name"));
        var (answers, measure) = ReadProbe(root.RequiredSection("probe"));
        var cuts = ReadCuts(root);
        var budgets = ReadBudgets(root, cuts.Length + 1);
        root.Optional("provenance"); // For people.
        root.Close();
        return new PolicyFile($"{(name.Length > LongestName ? name[..LongestName] : name)}@{hash[..HashDigits]}", answers, measure, cuts, budgets);
    }

    private static (int Answers, PolicyMeasure Measure) ReadProbe(SectionReader? section)
    {
        if (section is null)
        {
            return (1, PolicyMeasure.MeanScore);
        }

        var answers = section.Required("answers", "a whole number") is null ? 1 : section.Whole("answers", 1, 10_000, 1);
        var measure = section.Required("measure", "what is measured") is { } node
            ? ValueReader.Choice<PolicyMeasure>(node, section.PathOf("measure"), section.Log)
            : null;
        section.Close();
        return (answers, measure ?? PolicyMeasure.MeanScore);
    }

    private static ImmutableArray<double> ReadCuts(SectionReader root)
    {
        if (root.Required("cuts", "a list of numbers") is not { } node || node is SourceNode.List { Items.IsEmpty: true })
        {
            return [];
        }

        var cuts = ImmutableArray.CreateBuilder<double>();
        foreach (var (item, path) in root.Items(node, "cuts", "numbers"))
        {
            if (ValueReader.Number(item, path, -1e9, 1e9, root.Log) is { } cut)
            {
                if (cuts.Count > 0 && cut > cuts[^1])
                {
                    root.Log.Add(item.Line, item.Column, path, "a cut is above the one before it", "List the cuts from easy to hard: descending");
                }

                cuts.Add(cut);
            }
        }

        return cuts.ToImmutable();
    }

    private static ImmutableSortedDictionary<int, ImmutableArray<PolicyMethod>> ReadBudgets(SectionReader root, int bins)
    {
        var budgets = ImmutableSortedDictionary.CreateBuilder<int, ImmutableArray<PolicyMethod>>();
        if (root.Required("budgets", "a list of budgets") is not { } node)
        {
            return budgets.ToImmutable();
        }

        foreach (var (item, path) in root.Items(node, "budgets", "budgets"))
        {
            if (item is not SourceNode.Map map)
            {
                root.Log.Add(item.Line, item.Column, path, $"expected a budget, found {item.Described}", "Write '- n: 16' and its keys below it");
                continue;
            }

            var section = new SectionReader(map, path, root.Log);
            var n = section.Required("n", "a whole number") is null ? 1 : section.Whole("n", 1, 10_000, 1);
            if (!budgets.TryAdd(n, ReadBins(section, bins)))
            {
                root.Log.Add(item.Line, item.Column, path, $"n = {n} is there twice", "Keep one of them");
            }

            section.Optional("crossValidated"); // For people.
            section.Optional("overBestSingle");
            section.Close();
        }

        return budgets.ToImmutable();
    }

    private static ImmutableArray<PolicyMethod> ReadBins(SectionReader section, int bins)
    {
        if (section.Required("bins", "a list of methods") is not { } node)
        {
            return [];
        }

        var methods = ImmutableArray.CreateBuilder<PolicyMethod>();
        foreach (var (item, path) in section.Items(node, "bins", "methods"))
        {
            var text = ValueReader.Text(item, path, "a method", section.Log);
            if (text.Length > 0 && PolicyMethod.Parse(text) is { } method)
            {
                methods.Add(method);
            }
            else if (text.Length > 0)
            {
                section.Log.Add(item.Line, item.Column, path, $"{Quoted.Of(text)} is not a method",
                    "Write a strategy, its parameters but n, and a way of choosing, such as 'beam width=4 weighted'");
            }
        }

        if (section.Log.IsClean && methods.Count != bins)
        {
            section.Log.Add(node.Line, node.Column, section.PathOf("bins"), $"there are {methods.Count} methods for {bins} bins",
                "List one for each bin: one more than there are cuts");
        }

        return methods.ToImmutable();
    }
}
