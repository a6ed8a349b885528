using System.Collections.Immutable;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Yaml;
using Reckon.Search;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Trees;
using Reckon.Search.Verification;

namespace Reckon.Evaluation.Sweeps;

/// <summary>Reads a sweep's strategies, one spec for each n. Knows none of them: their kinds say what they take.</summary>
/// <param name="root">The sweep.</param>
/// <param name="budget">What each search may spend.</param>
/// <param name="sampling">How they draw; null where that is not known.</param>
internal sealed class StrategyReader(SectionReader root, Budget budget, Sampling? sampling)
{
    private const string Key = "strategies";

    private readonly List<StrategySpec> _specs = [];
    private readonly HashSet<StrategySpec> _known = [];

    public ImmutableArray<StrategySpec> Read()
    {
        if (root.Required(Key, "a list of strategies") is not { } node)
        {
            return [];
        }

        foreach (var (item, path) in root.Items(node, Key, "strategies"))
        {
            ReadItem(item, path);
        }

        return [.. _specs];
    }

    private void ReadItem(SourceNode item, string path)
    {
        if (item is not SourceNode.Map { Entries: [{ Key: var key, Value: var value }] })
        {
            root.Log.Add(item.Line, item.Column, path, "expected one strategy", $"Write '- {StrategyKinds.All[0].Key}: {{ n: [1, 4] }}', one a line");
            return;
        }

        if (StrategyKinds.WithKey(key.Text) is not { } kind)
        {
            var known = StrategyKinds.All.Select(other => other.Key).ToList();
            root.Log.Add(key.Line, key.Column, path, $"the strategy {Quoted.Of(key.Text)} is unknown", Spelling.Remedy(key.Text, known));
            return;
        }

        if (value is not SourceNode.Map section)
        {
            root.Log.Add(value.Line, value.Column, $"{path}.{kind.Key}", $"expected the strategy's parameters, found {value.Described}", $"Write '{kind.Key}: {{ n: [1, 4] }}'");
            return;
        }

        ReadParameters(kind, new SectionReader(section, $"{path}.{kind.Key}", root.Log));
    }

    private void ReadParameters(StrategyKind kind, SectionReader section)
    {
        var samples = ReadN(section);
        var faultsBefore = root.Log.Count;
        ImmutableArray<int> others = [.. kind.Parameters.Skip(1).Select(parameter => ReadOne(section, parameter))];
        section.Close();
        if (root.Log.Count > faultsBefore)
        {
            return; // What follows would blame stand-ins.
        }

        foreach (var (n, node, path) in samples)
        {
            Add(kind, [n, .. others], node, path);
        }
    }

    private List<(int N, SourceNode Node, string Path)> ReadN(SectionReader section)
    {
        var parameter = StrategyParameter.N;
        List<(int N, SourceNode Node, string Path)> samples = [];
        var known = new HashSet<int>();
        if (section.Required(parameter.Name, "a list of whole numbers") is not { } list)
        {
            return samples;
        }

        foreach (var (item, path) in section.Items(list, parameter.Name, "whole numbers"))
        {
            if ((int?)Values.Whole(item, path, parameter.Min, parameter.Max, root.Log) is not { } n)
            {
                continue;
            }

            if (!known.Add(n))
            {
                root.Log.Add(item.Line, item.Column, path, $"n = {n} stands here twice", "Keep one of them");
            }
            else
            {
                samples.Add((n, item, path));
            }
        }

        return samples;
    }

    private static int ReadOne(SectionReader section, StrategyParameter parameter)
    {
        var expected = $"a whole number from {parameter.Min} to {parameter.Max}";
        var node = parameter.Default is null ? section.Required(parameter.Name, expected) : section.Optional(parameter.Name);
        var standIn = parameter.Default ?? parameter.Min;
        return node is null
            ? standIn
            : (int?)Values.Whole(node, section.PathOf(parameter.Name), parameter.Min, parameter.Max, section.Log) ?? standIn;
    }

    private void Add(StrategyKind kind, ImmutableArray<int> values, SourceNode node, string path)
    {
        if (kind.Conflict(values) is { } conflict)
        {
            root.Log.Add(node.Line, node.Column, path, conflict.Message, conflict.Remedy);
            return;
        }

        var spec = kind.Create(values);
        if (spec.N > budget.Generations)
        {
            root.Log.Add(
                node.Line, node.Column, path, $"{spec.Label} needs {spec.N} generations, and budget.generations is {budget.Generations}",
                $"Raise budget.generations to {spec.N} or more, or take this n out");
        }

        RefuseUnpayable(spec, node, path);
        if (!_known.Add(spec))
        {
            root.Log.Add(node.Line, node.Column, path, $"{spec.Label} is in this sweep already", "Take one of them out: their trials are the same");
            return;
        }

        _specs.Add(spec);
    }

    private void RefuseUnpayable(StrategySpec spec, SourceNode node, string path)
    {
        // The prompts, which are not known here, come on top: the bound alone pays for nothing.
        if (sampling is not null && RoundBound.OfFirst(spec.Build(Aggregation.Last), sampling, SearchPrice.Default) is var least && budget.Tokens <= least)
        {
            root.Log.Add(
                node.Line, node.Column, path, $"{spec.Label} needs more than {least} tokens for its first round, and budget.tokens is {budget.Tokens}",
                $"Raise budget.tokens to {least} and what the prompts take, lower the token limits of sampling, or take this n out");
        }
    }
}
