using System.Collections.Immutable;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Yaml;
using Reckon.Search;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Strategies;
using Reckon.Search.Strategies.Parameters;
using Reckon.Search.Trees;
using Reckon.Search.Verification;

namespace Reckon.Evaluation.Sweeps;

/// <summary>Reads a sweep's strategies, one spec for each n. Knows none of them: their definitions say what they take.</summary>
/// <param name="root">The sweep.</param>
/// <param name="strategies">The known strategies.</param>
/// <param name="policies">Reads the policy files that they name.</param>
/// <param name="limits">Refuses those that the sweep cannot run.</param>
internal sealed class StrategyReader(SectionReader root, StrategyRegistry strategies, PolicyReader policies, StrategyLimits limits)
{
    private const string Key = "strategies";

    private readonly List<StrategySpec> _specs = [];
    private readonly HashSet<string> _known = []; // Labels.

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
        if (item is SourceNode.Scalar name && strategies.WithKey(name.Text) is { IsPlain: true } plain)
        {
            TryAdd(plain, [], item, path, isAsynchronous: false);
            return;
        }

        if (item is not SourceNode.Map { Entries: [{ Key: var key, Value: var value }] })
        {
            root.Log.Add(item.Line, item.Column, path, "expected one strategy", $"Write '- {BestOfN.Definition.Example}', one per line");
            return;
        }

        if (strategies.WithKey(key.Text) is not { } definition)
        {
            var remedy = Spelling.Remedy(key.Text, [.. strategies.All.Select(other => other.Key)]);
            root.Log.Add(
                key.Line, key.Column, path, $"the strategy {Quoted.Of(key.Text)} is unknown",
                $"{remedy}{(remedy.EndsWith('?') ? "" : ".")} A strategy of a plugin needs --plugin FILE.dll");
            return;
        }

        if (value is not SourceNode.Map section)
        {
            root.Log.Add(
                value.Line, value.Column, $"{path}.{definition.Key}", $"expected the strategy's parameters, found {value.Described}",
                $"Write '{definition.Example}'");
            return;
        }

        ReadParameters(definition, new SectionReader(section, $"{path}.{definition.Key}", root.Log));
    }

    private void ReadParameters(StrategyDefinition definition, SectionReader section)
    {
        List<(ParameterValue N, SourceNode Node, string Path)> samples =
            definition.FixedN is { } fixedN ? [(fixedN, section.Source, section.PathOf(StrategyDefinition.N.Name))] : ReadN(section);
        var faultsBefore = root.Log.Count;
        var grid = ParameterGrid.Read(definition, section, policies);
        var isAsynchronous = AsynchronousReader.Read(definition, section);
        section.Close();
        if (root.Log.Count > faultsBefore)
        {
            return; // Later checks would report faults of placeholders.
        }

        foreach (var (n, node, path) in samples)
        {
            foreach (var missing in grid.WithoutBudget(n))
            {
                root.Log.Add(
                    node.Line, node.Column, path, $"the policy {missing.Name} has no budget of n = {n}",
                    $"Use one of: {string.Join(", ", missing.Budgets.Keys)}");
            }

            foreach (var others in grid.PointsFor(n))
            {
                TryAdd(definition, [KeyValuePair.Create(StrategyDefinition.N.Name, n), .. others], node, path, isAsynchronous);
            }
        }
    }

    private List<(ParameterValue N, SourceNode Node, string Path)> ReadN(SectionReader section)
    {
        var parameter = StrategyDefinition.N;
        List<(ParameterValue N, SourceNode Node, string Path)> samples = [];
        var known = new HashSet<ParameterValue>();
        if (section.Required(parameter.Name, "a list of whole numbers") is not { } list)
        {
            return samples;
        }

        foreach (var (item, path) in section.Items(list, parameter.Name, "whole numbers"))
        {
            if (ValueReader.Of(parameter, item, path, root.Log) is not { } n)
            {
                continue;
            }

            if (!known.Add(n))
            {
                root.Log.Add(item.Line, item.Column, path, $"duplicate n = {n}", "Keep one of them");
            }
            else
            {
                samples.Add((n, item, path));
            }
        }

        return samples;
    }

    private void TryAdd(
        StrategyDefinition definition, ImmutableArray<KeyValuePair<string, ParameterValue>> values, SourceNode node, string path,
        bool isAsynchronous)
    {
        try
        {
            Add(definition, values, node, path, isAsynchronous);
        }
        catch (Exception cause) when (definition.Version is not null) // A plugin may throw anything.
        {
            root.Log.Add(
                node.Line, node.Column, path, $"the strategy {definition.Name} failed: {cause.GetType().Name}: {Quoted.Of(cause.Message)}",
                "Correct the plugin that it comes from, or remove this n");
        }
    }

    private void Add(
        StrategyDefinition definition, ImmutableArray<KeyValuePair<string, ParameterValue>> values, SourceNode node, string path,
        bool isAsynchronous)
    {
        var bound = definition.Bind(values);
        if ((definition.Conflict(bound) ?? (isAsynchronous ? definition.AsynchronousConflict?.Invoke(bound) : null)) is { } conflict)
        {
            root.Log.Add(node.Line, node.Column, path, conflict.Message, conflict.Remedy);
            return;
        }

        var spec = new StrategySpec(definition, values) { IsAsynchronous = isAsynchronous };
        limits.Check(spec, node, path);
        if (!_known.Add(spec.Label))
        {
            root.Log.Add(node.Line, node.Column, path, $"{spec.Label} is in this sweep already",
                "Remove one of them: their trials are the same");
            return;
        }

        _specs.Add(spec);
    }
}
