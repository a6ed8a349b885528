using System.Collections.Immutable;
using Reckon.Search.Selecting;
using Reckon.Search.Strategies.Parameters;
using Reckon.Search.Verification;

namespace Reckon.Search.Strategies;

/// <summary>A strategy without its n and a way of choosing, as a policy names it: <c>beam width=4 weighted</c>.</summary>
public sealed record PolicyMethod
{
    private PolicyMethod(string text, string strategy, ImmutableArray<KeyValuePair<string, string>> values, Selector selector) =>
        (Text, Strategy, Values, Selector) = (text, strategy, values, selector);

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>The strategy's name in results.</summary>
    public string Strategy { get; }

    /// <summary>How the answer is chosen.</summary>
    public Selector Selector { get; }

    /// <summary>Its strategy; null where the program has none of that name.</summary>
    public StrategyDefinition? Definition => StrategyRegistry.BuiltIn.WithName(Strategy);

    private ImmutableArray<KeyValuePair<string, string>> Values { get; }

    /// <summary>The method that <paramref name="text"/> spells; null when it spells none. Whether there is such a strategy is not asked.</summary>
    public static PolicyMethod? Parse(string text)
    {
        string[] words = text.Split(' ');
        var aggregation = words is [.., ['(', .. var name, ')']] ? Named<Aggregation>(name) : null;
        string[] rest = aggregation is null ? words : words[..^1];
        if (rest is not [{ Length: > 0 } strategy, .. var values, var rule] || Named<SelectionRule>(rule) is not { } named
            || values.Any(value => value.IndexOf('=', StringComparison.Ordinal) < 1))
        {
            return null;
        }

        return new PolicyMethod(
            text, strategy, [.. values.Select(value => value.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], pair[1]))],
            new Selector(named, aggregation));
    }

    /// <summary>The values of all parameters for a search of <paramref name="n"/> generations.</summary>
    /// <exception cref="ArgumentException">There is no such strategy, or a value is unknown or out of range.</exception>
    public ParameterValues ValuesFor(int n)
    {
        var definition = Definition ?? throw new ArgumentException($"The program has no strategy '{Strategy}'.");
        var values = Values.Select(value => KeyValuePair.Create(value.Key, ValueOf(definition, value.Key, value.Value)));
        return definition.Bind(definition.FixedN is null ? values.Prepend(KeyValuePair.Create(StrategyDefinition.N.Name, (ParameterValue)n)) : values);
    }

    /// <inheritdoc/>
    public bool Equals(PolicyMethod? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static ParameterValue ValueOf(StrategyDefinition definition, string name, string text)
    {
        var parameter = definition.Parameters.FirstOrDefault(parameter => parameter.Name == name)
            ?? throw new ArgumentException($"A {definition.Name} strategy has no parameter '{name}'.");
        return parameter.Parse(text) ?? throw new ArgumentException($"A {definition.Name} strategy's {name} must be {parameter.Expected}.");
    }

    private static T? Named<T>(string name) where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => name.Length > 0 && value.ToString() == char.ToUpperInvariant(name[0]) + name[1..])
            .Select(value => (T?)value).FirstOrDefault();
}
