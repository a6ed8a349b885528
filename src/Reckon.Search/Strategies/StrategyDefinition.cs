using System.Collections.Immutable;
using Reckon.Search.Strategies.Parameters;

namespace Reckon.Search.Strategies;

/// <summary>
/// A strategy, described once: sweep files, hashes, documents, labels and tables follow from this. Every strategy takes
/// <see cref="N"/>; its other parameters are in <see cref="Parameters"/>.
/// </summary>
public sealed record StrategyDefinition
{
    /// <summary>With which a sweep file asks for asynchronous rounds. No parameter: it changes no result.</summary>
    public const string AsynchronousKey = "asynchronous";

    /// <summary>The paper's N: the one parameter that every strategy takes.</summary>
    public static WholeNumberParameter N { get; } = new(
        ParameterValues.NameOfN, "the most generations that the search asks for, the paper's N", 1, 10_000);

    /// <summary>Its key in sweep files, such as <c>bestOfN</c>: a lowercase letter, then letters and digits, at most 40.</summary>
    public required string Key { get; init; }

    /// <summary>Its name in results, such as <c>best-of-n</c>: lowercase letters, digits and hyphens, at most 40.</summary>
    public required string Name { get; init; }

    /// <summary>What it does, in one line without a full stop.</summary>
    public required string Description { get; init; }

    /// <summary>What it takes besides n, in the order of documents and labels.</summary>
    public ImmutableArray<StrategyParameter> Parameters { get; init; } = [];

    /// <summary>Whether it looks at the verifier's scores. One that does not grows the same tree whatever the verifier says.</summary>
    public required bool NeedsScores { get; init; }

    /// <summary>
    /// Whether it asks which answers are equal. What it draws then depends on how answers are found and compared, and the identity of its
    /// sweep holds the version of grading. Default: false.
    /// </summary>
    public bool NeedsAnswers { get; init; }

    /// <summary>Says what is wrong with values that are in range one by one but do not go together; null when nothing is.</summary>
    public Func<ParameterValues, StrategyConflict?> Conflict { get; init; } = _ => null;

    /// <summary>
    /// Says what keeps a search with given values from asynchronous rounds; null when nothing does. Null itself, the default, where its
    /// strategies are no <see cref="IAsynchronousStrategy"/>.
    /// </summary>
    public Func<ParameterValues, StrategyConflict?>? AsynchronousConflict { get; init; }

    /// <summary>Whether it has the proposer revise answers: the model's folder must say how that is asked for.</summary>
    public bool NeedsRevisions { get; init; }

    /// <summary>
    /// Whether a search with given values may ask for children that must differ from others. Only an engine that has the model's
    /// distribution can draw those: a server cannot. Default: never.
    /// </summary>
    public Func<ParameterValues, bool> MayExclude { get; init; } = _ => false;

    /// <summary>What searches with given values need; default: what the definition says of all of them.</summary>
    public Func<ParameterValues, StrategyNeeds> NeedsOf
    {
        get => field ?? (_ => new StrategyNeeds(NeedsScores, NeedsAnswers, NeedsRevisions));
        init;
    }

    /// <summary>The one value that n can have, which a sweep file then leaves out; null where it may be chosen.</summary>
    public int? FixedN { get; init; }

    /// <summary>
    /// Makes the strategy for one search. What it plans first must not depend on ranking, chance or answers: a round's cost is known
    /// before its problem is.
    /// </summary>
    public required Func<StrategyContext, ISearchStrategy> Create { get; init; }

    /// <summary>
    /// What a search with given values is expected to draw, where an answer has so many steps, at least 1. Only estimates ask. Default: n
    /// answers' worth, nothing of it shared with other searches.
    /// </summary>
    public Func<ParameterValues, double, ExpectedWork> Work { get; init; } = (values, _) => new ExpectedWork(values.N);

    /// <summary>
    /// The version of the code that plans: results of one version are never resumed with another. The loader sets a plugin's; the
    /// program's own strategies have none as long as they plan as they did in every release.
    /// </summary>
    public string? Version { get; init; }

    /// <summary><see cref="N"/>, then <see cref="Parameters"/>.</summary>
    public IEnumerable<StrategyParameter> AllParameters => Parameters.Prepend(N);

    /// <summary>How a sweep file may name it, such as <c>beam: { n: [1, 4], width: 1 }</c>.</summary>
    public string Example => IsPlain ? Key : $"{Key}: {{ {string.Join(", ", Parameters
        .Where(parameter => parameter.DefaultValue is null)
        .Select(parameter => $"{parameter.Name}: {parameter.ExampleText}")
        .Prepend($"{N.Name}: [1, 4]"))} }}";

    /// <summary>Whether a sweep file may name it without a word more.</summary>
    public bool IsPlain => FixedN is not null && Parameters.All(parameter => parameter.DefaultValue is not null);

    /// <summary>
    /// The values of all parameters in order: those of <paramref name="given"/>, and defaults for the others, but for those that are
    /// <see cref="StrategyParameter.IsImplied"/>.
    /// </summary>
    /// <exception cref="ArgumentException">One is unknown, missing, given twice or out of its range.</exception>
    public ParameterValues Bind(IEnumerable<KeyValuePair<string, ParameterValue>> given)
    {
        var open = new Dictionary<string, ParameterValue>();
        foreach (var (name, value) in given)
        {
            if (!open.TryAdd(name, value))
            {
                throw new ArgumentException($"A {Name} strategy's {name} is given twice.", nameof(given));
            }
        }

        ImmutableArray<KeyValuePair<string, ParameterValue>> bound =
            [.. from parameter in AllParameters
                let value = Take(parameter, open)
                where !(parameter.IsImplied && value == parameter.DefaultValue)
                select KeyValuePair.Create(parameter.Name, value)];
        return open.Keys.FirstOrDefault() is { } unknown
            ? throw new ArgumentException($"A {Name} strategy has no parameter '{unknown}'.", nameof(given))
            : new ParameterValues(bound);
    }

    private ParameterValue Take(StrategyParameter parameter, Dictionary<string, ParameterValue> open)
    {
        var isFixed = parameter == N && FixedN is not null;
        var value = open.Remove(parameter.Name, out var found) ? found : isFixed ? FixedN!.Value : parameter.DefaultValue;
        return value is { } known && parameter.Allows(known) && (!isFixed || known == FixedN!.Value)
            ? known
            : throw new ArgumentException($"A {Name} strategy's {parameter.Name} must be {parameter.Expected}.");
    }
}
