using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Reckon.Search.Strategies;
using Reckon.Search.Verification;

namespace Reckon.Evaluation.Strategies;

/// <summary>
/// A strategy with its parameters, as a sweep names it. A new one is a record of its own and one line in
/// <see cref="StrategyKinds"/>; parsing, hashing, documents and tables follow from its <see cref="Kind"/>.
/// </summary>
[JsonConverter(typeof(StrategySpecConverter))]
public abstract record StrategySpec
{
    private protected StrategySpec()
    {
    }

    /// <summary>What all specs of this kind share.</summary>
    public abstract StrategyKind Kind { get; }

    /// <summary>The kind's name in results, such as <c>best-of-n</c>.</summary>
    public string Name => Kind.Name;

    /// <summary>The paper's N, at least 1.</summary>
    public abstract int N { get; }

    /// <summary>The paper's M; null where a strategy has none.</summary>
    public virtual int? Width => null;

    /// <summary>Values of the kind's parameters, as many and in the same order.</summary>
    public abstract ImmutableArray<int> Values { get; }

    /// <summary>
    /// The name and every parameter that is not at its default, such as <c>beam n=16 width=4</c>. Unlike for unlike specs:
    /// it names a run in outcomes, summaries and tables.
    /// </summary>
    public string Label => string.Join(' ', Kind.Parameters
        .Zip(Values)
        .Where(pair => pair.First.Default != pair.Second)
        .Select(pair => $"{pair.First.Name}={pair.Second}")
        .Prepend(Name));

    /// <summary>The strategy itself; <paramref name="ranking"/> is how it makes one score of a prefix's many.</summary>
    public abstract ISearchStrategy Build(Aggregation ranking);
}
