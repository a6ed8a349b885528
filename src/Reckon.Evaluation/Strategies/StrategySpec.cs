using System.Text.Json.Serialization;
using Reckon.Search.Randomness;
using Reckon.Search.Strategies;
using Reckon.Search.Strategies.Parameters;
using Reckon.Search.Verification;

namespace Reckon.Evaluation.Strategies;

/// <summary>A strategy with the values of its parameters, as a sweep names it: in range, and without conflicts.</summary>
[JsonConverter(typeof(StrategySpecConverter))]
public sealed record StrategySpec
{
    /// <summary>The strategy <paramref name="definition"/> with <paramref name="values"/>; those not given have their defaults.</summary>
    /// <exception cref="ArgumentException">A value is unknown, missing or out of range, or two are in conflict.</exception>
    public StrategySpec(StrategyDefinition definition, IEnumerable<KeyValuePair<string, ParameterValue>> values)
    {
        (Definition, Values) = (definition, definition.Bind(values));
        if (definition.Conflict(Values) is { } conflict)
        {
            throw new ArgumentException(conflict.Message, nameof(values));
        }
    }

    /// <summary>The strategy <paramref name="definition"/> with <paramref name="n"/> and <paramref name="others"/>.</summary>
    /// <exception cref="ArgumentException">A value is unknown, missing or out of range, or two are in conflict.</exception>
    public StrategySpec(StrategyDefinition definition, int n, params (string Name, ParameterValue Value)[] others)
        : this(definition, others.Prepend((StrategyDefinition.N.Name, n)).Select(value => KeyValuePair.Create(value.Item1, value.Item2)))
    {
    }

    /// <summary>The strategy's definition.</summary>
    public StrategyDefinition Definition { get; }

    /// <summary>A value for n and for every parameter of the definition, but for those that are implied.</summary>
    public ParameterValues Values { get; }

    /// <summary>
    /// Whether its searches may draw early what is certain of their later rounds. It changes no result, so it is in no label and no hash.
    /// Default: false.
    /// </summary>
    public bool IsAsynchronous { get; init; }

    /// <summary>The strategy's name in results, such as <c>best-of-n</c>.</summary>
    public string Name => Definition.Name;

    /// <summary>The paper's N, at least 1.</summary>
    public int N => Values.N;

    /// <summary>
    /// The name and every parameter that is not at its default, such as <c>beam n=16 width=4</c>. Different for different specs:
    /// it names a run in outcomes, summaries and tables.
    /// </summary>
    public string Label => string.Join(' ', Definition.AllParameters
        .Where(parameter => parameter != StrategyDefinition.N || Definition.FixedN is null)
        .Where(parameter => Values.Find(parameter.Name) is { } value && value != parameter.DefaultValue)
        .Select(parameter => $"{parameter.Name}={parameter.TextOf(Values.Find(parameter.Name)!.Value)}")
        .Prepend(Name));

    /// <summary>What its searches ask for beside draws.</summary>
    public StrategyNeeds Needs => Definition.NeedsOf(Values);

    /// <summary>The strategy itself, for one search.</summary>
    /// <param name="ranking">How it combines the scores of a prefix's steps.</param>
    /// <param name="chance">The key of its own random numbers.</param>
    /// <param name="answers">Which solutions give equal answers.</param>
    public ISearchStrategy Build(Aggregation ranking, RandomKey chance, IAnswerGroups answers) =>
        Definition.Create(new StrategyContext(Values, ranking, chance, answers));

    /// <summary>
    /// The strategy before its search is known: only for its first plan, which depends on no argument of <see cref="Build"/>.
    /// </summary>
    public ISearchStrategy BuildForFirstRound() => Build(Aggregation.Last, default, new AnswersByText());

    /// <inheritdoc/>
    public bool Equals(StrategySpec? other) =>
        other is not null && Name == other.Name && Definition.Version == other.Definition.Version && Values.Equals(other.Values)
        && IsAsynchronous == other.IsAsynchronous;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Values);
}
