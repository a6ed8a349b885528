using System.Collections.Immutable;
using Reckon.Evaluation.Yaml;
using Reckon.Search.Strategies;
using Reckon.Search.Strategies.Parameters;

namespace Reckon.Evaluation.Sweeps;

/// <summary>The values that a sweep gives a strategy's parameters, each one or several: every combination is a run of its own.</summary>
internal sealed class ParameterGrid
{
    private readonly ImmutableArray<(StrategyParameter Parameter, ImmutableArray<GridValue> Values)> _axes;

    private ParameterGrid(ImmutableArray<(StrategyParameter Parameter, ImmutableArray<GridValue> Values)> axes) => _axes = axes;

    /// <summary>Reads the parameters of <paramref name="definition"/> but n. Those that the file does not mention are left out.</summary>
    public static ParameterGrid Read(StrategyDefinition definition, SectionReader section, PolicyReader policies) => new(
    [
        .. definition.Parameters.Select(parameter => (parameter, ReadAxis(section, parameter, policies))).Where(axis => !axis.Item2.IsEmpty),
    ]);

    /// <summary>The policies that say nothing of a search of <paramref name="n"/> generations.</summary>
    public IEnumerable<PolicyFile> WithoutBudget(ParameterValue n) => _axes
        .SelectMany(axis => axis.Values).Select(value => value.Policy).OfType<PolicyFile>().Where(policy => policy.At((int)n.Number!.Value) is null);

    /// <summary>The combinations for a search of <paramref name="n"/> generations, the first parameter changing last.</summary>
    public IEnumerable<ImmutableArray<KeyValuePair<string, ParameterValue>>> PointsFor(ParameterValue n)
    {
        IEnumerable<ImmutableArray<KeyValuePair<string, ParameterValue>>> points = [[]];
        foreach (var (parameter, values) in _axes)
        {
            var axis = values.SelectMany(value => value.For(parameter, (int)n.Number!.Value)).ToArray();
            points = points.SelectMany(point => axis.Select(value => point.Add(KeyValuePair.Create(parameter.Name, value))));
        }

        return points;
    }

    // Empty where the file says nothing, or something wrong, which is then reported.
    private static ImmutableArray<GridValue> ReadAxis(SectionReader section, StrategyParameter parameter, PolicyReader policies)
    {
        var node = parameter.DefaultValue is null ? section.Required(parameter.Name, parameter.Expected) : section.Optional(parameter.Name);
        return node switch
        {
            null => [],
            SourceNode.List list =>
                [.. section.Items(list, parameter.Name, "values").SelectMany(item => ReadOne(section, parameter, policies, item.Node, item.Path))],
            _ => ReadOne(section, parameter, policies, node, section.PathOf(parameter.Name)),
        };
    }

    private static ImmutableArray<GridValue> ReadOne(
        SectionReader section, StrategyParameter parameter, PolicyReader policies, SourceNode node, string path) =>
        parameter is PolicyParameter ? (policies.Of(section, parameter.Name, node, path) is { } policy ? [new GridValue(null, policy)] : [])
        : node is SourceNode.Scalar scalar && parameter.AllWord is { } word && scalar.Text == word ? [new GridValue(null, null)]
        : ValueReader.Of(parameter, node, path, section.Log) is { } value ? [new GridValue(value, null)]
        : [];

    // A value; or what a policy says for each n; or, with neither, all values that make sense for it.
    private sealed record GridValue(ParameterValue? Value, PolicyFile? Policy)
    {
        public ImmutableArray<ParameterValue> For(StrategyParameter parameter, int n) =>
            Value is { } value ? [value]
            : Policy is null ? parameter.AllFor(n)
            : Policy.At(n) is { } policy ? [policy.ToString()]
            : [];
    }
}
