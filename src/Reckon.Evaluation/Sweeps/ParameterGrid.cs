using System.Collections.Immutable;
using Reckon.Evaluation.Yaml;
using Reckon.Search.Strategies;
using Reckon.Search.Strategies.Parameters;

namespace Reckon.Evaluation.Sweeps;

/// <summary>The values that a sweep gives a strategy's parameters, each one or several: every combination is a run of its own.</summary>
internal sealed class ParameterGrid
{
    private readonly ImmutableArray<(StrategyParameter Parameter, ImmutableArray<ParameterValue?> Values)> _axes;

    private ParameterGrid(ImmutableArray<(StrategyParameter Parameter, ImmutableArray<ParameterValue?> Values)> axes) => _axes = axes;

    /// <summary>Reads the parameters of <paramref name="definition"/> but n. Those that the file does not mention are left out.</summary>
    public static ParameterGrid Read(StrategyDefinition definition, SectionReader section) => new(
        [.. definition.Parameters.Select(parameter => (parameter, ReadAxis(section, parameter))).Where(axis => !axis.Item2.IsEmpty)]);

    /// <summary>The combinations for a search of <paramref name="n"/> generations, the first parameter changing last.</summary>
    public IEnumerable<ImmutableArray<KeyValuePair<string, ParameterValue>>> PointsFor(ParameterValue n)
    {
        IEnumerable<ImmutableArray<KeyValuePair<string, ParameterValue>>> points = [[]];
        foreach (var (parameter, values) in _axes)
        {
            var axis = values.SelectMany(value => value is { } known ? [known] : parameter.AllFor((int)n.Number!.Value)).ToArray();
            points = points.SelectMany(point => axis.Select(value => point.Add(KeyValuePair.Create(parameter.Name, value))));
        }

        return points;
    }

    // Null stands for all values. Empty where the file says nothing, or something wrong, which is then reported.
    private static ImmutableArray<ParameterValue?> ReadAxis(SectionReader section, StrategyParameter parameter)
    {
        var node = parameter.DefaultValue is null ? section.Required(parameter.Name, parameter.Expected) : section.Optional(parameter.Name);
        return node switch
        {
            null => [],
            SourceNode.List list => [.. section.Items(list, parameter.Name, "values").SelectMany(item => ReadOne(section, parameter, item.Node, item.Path))],
            _ => ReadOne(section, parameter, node, section.PathOf(parameter.Name)),
        };
    }

    private static ImmutableArray<ParameterValue?> ReadOne(SectionReader section, StrategyParameter parameter, SourceNode node, string path) =>
        node is SourceNode.Scalar scalar && parameter.AllWord is { } word && scalar.Text == word ? [null]
        : ValueReader.Of(parameter, node, path, section.Log) is { } value ? [value]
        : [];
}
