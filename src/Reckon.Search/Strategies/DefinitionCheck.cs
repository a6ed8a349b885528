using System.Text.RegularExpressions;
using Reckon.Search.Strategies.Parameters;

namespace Reckon.Search.Strategies;

/// <summary>The rules for every definition, the program's own and those of plugins: its names go into files, hashes and tables.</summary>
internal static partial class DefinitionCheck
{
    // The other properties that documents give a strategy.
    private static readonly string[] _reserved = [StrategyDefinition.N.Name, "name", "version", StrategyDefinition.AsynchronousKey];

    /// <summary>What is wrong with <paramref name="definition"/>, each without a full stop.</summary>
    public static IEnumerable<string> Faults(StrategyDefinition definition)
    {
        if (!Key().IsMatch(definition.Key))
        {
            yield return $"the key '{definition.Key}' is not a lowercase letter followed by at most 39 letters and digits";
        }

        if (!Name().IsMatch(definition.Name))
        {
            yield return $"the name '{definition.Name}' is not made of lowercase letters, digits and hyphens, at most 40";
        }

        foreach (var fault in definition.Parameters.SelectMany(Faults))
        {
            yield return fault;
        }

        foreach (var name in definition.AllParameters.GroupBy(parameter => parameter.Name).Where(group => group.Count() > 1)
            .Select(group => group.Key))
        {
            yield return $"two parameters are named '{name}'";
        }
    }

    private static IEnumerable<string> Faults(StrategyParameter parameter)
    {
        if (!Key().IsMatch(parameter.Name) || _reserved.Contains(parameter.Name))
        {
            yield return $"the parameter '{parameter.Name}' is not a lowercase letter followed by at most 39 letters and digits, "
                + $"or is one of {string.Join(", ", _reserved)}";
        }

        if (parameter.IsImplied && parameter.DefaultValue is null)
        {
            yield return $"the parameter '{parameter.Name}' is implied and has no default";
        }

        if (!parameter.Allows(parameter.Example))
        {
            yield return $"the parameter '{parameter.Name}' has an empty range, or a default outside of it";
        }
    }

    [GeneratedRegex("^[a-z][a-zA-Z0-9]{0,39}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Key();

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
