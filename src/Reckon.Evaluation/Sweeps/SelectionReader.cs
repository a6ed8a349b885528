using System.Collections.Immutable;
using Reckon.Evaluation.Yaml;
using Reckon.Search.Selecting;
using Reckon.Search.Verification;

namespace Reckon.Evaluation.Sweeps;

/// <summary>Reads how a sweep chooses among solutions: by which rules and aggregations, and what counts where answers are tied.</summary>
internal sealed class SelectionReader(SectionReader root)
{
    /// <summary>The rules, in the order of their declaration.</summary>
    /// <param name="hasScores">Whether there are scores to choose by.</param>
    public ImmutableArray<SelectionRule> ReadRules(bool hasScores)
    {
        if (root.Optional("selections") is not { } node)
        {
            return hasScores ? [.. Enum.GetValues<SelectionRule>()] : [SelectionRule.Majority];
        }

        var rules = new SortedSet<SelectionRule>();
        foreach (var (item, path) in root.Items(node, "selections", "selection rules"))
        {
            if (ValueReader.Choice<SelectionRule>(item, path, root.Log) is not { } rule)
            {
                continue;
            }

            if (rule != SelectionRule.Majority && !hasScores)
            {
                root.Log.Add(
                    item.Line, item.Column, path, $"the rule {item.Described} chooses by scores, and the sweep has no verifier",
                    "Name one as models.verifier, or select by majority");
            }
            else if (!rules.Add(rule))
            {
                root.Log.Add(item.Line, item.Column, path, $"duplicate rule {item.Described}", "Keep one of them");
            }
        }

        return [.. rules];
    }

    /// <summary>All aggregations, at least one; the first ranks prefixes inside searches.</summary>
    public ImmutableArray<Aggregation> ReadAggregations()
    {
        var aggregations = ImmutableArray.CreateBuilder<Aggregation>();
        var items = root.Optional("aggregation") is { } node ? root.Items(node, "aggregation", "aggregations") : [];
        foreach (var (item, path) in items)
        {
            if (ValueReader.Choice<Aggregation>(item, path, root.Log) is not { } aggregation)
            {
                continue;
            }

            if (aggregations.Contains(aggregation))
            {
                root.Log.Add(item.Line, item.Column, path, $"duplicate aggregation {item.Described}", "Keep one of them");
            }
            else
            {
                aggregations.Add(aggregation);
            }
        }

        return aggregations.Count > 0 ? aggregations.ToImmutable() : [Aggregation.Last];
    }

    /// <summary>What counts where answers are tied.</summary>
    public TieRule ReadTies() =>
        (root.Optional("ties") is { } node ? ValueReader.Choice<TieRule>(node, root.PathOf("ties"), root.Log) : null) ?? TieRule.First;
}
