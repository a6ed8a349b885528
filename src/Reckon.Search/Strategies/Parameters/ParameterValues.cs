using System.Collections;
using System.Collections.Immutable;

namespace Reckon.Search.Strategies.Parameters;

/// <summary>
/// Values by the names of their parameters, in a fixed order, n first. Immutable; equal when names, values and order are.
/// </summary>
public sealed class ParameterValues : IReadOnlyList<KeyValuePair<string, ParameterValue>>, IEquatable<ParameterValues>
{
    /// <summary>The name of the parameter that every strategy takes, the paper's N.</summary>
    public const string NameOfN = "n";

    private readonly ImmutableArray<KeyValuePair<string, ParameterValue>> _items;

    /// <summary>The values <paramref name="items"/>, in their order.</summary>
    /// <exception cref="ArgumentException">A name is duplicate, or n is not first and a whole number of at least 1.</exception>
    public ParameterValues(IEnumerable<KeyValuePair<string, ParameterValue>> items)
    {
        _items = [.. items];
        if (_items is not [{ Key: NameOfN, Value.Number: >= 1 and <= int.MaxValue and var n }, ..] || !double.IsInteger(n))
        {
            throw new ArgumentException($"The first parameter must be {NameOfN}, a whole number of at least 1.", nameof(items));
        }

        if (_items.DistinctBy(item => item.Key).Count() < _items.Length)
        {
            throw new ArgumentException("A parameter has two values.", nameof(items));
        }

        N = (int)n;
    }

    /// <summary>The paper's N, at least 1.</summary>
    public int N { get; }

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public KeyValuePair<string, ParameterValue> this[int index] => _items[index];

    /// <summary>The value of the parameter called <paramref name="name"/>; null where there is none.</summary>
    public ParameterValue? Find(string name)
    {
        foreach (var (key, value) in _items)
        {
            if (key == name)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The value of <paramref name="parameter"/>.</summary>
    /// <exception cref="ArgumentException">It has none here.</exception>
    public int Of(WholeNumberParameter parameter) => (int)NumberOf(parameter);

    /// <inheritdoc cref="Of(WholeNumberParameter)"/>
    public double Of(NumberParameter parameter) => NumberOf(parameter);

    /// <inheritdoc cref="Of(WholeNumberParameter)"/>
    public int Of(ChainsParameter parameter) => (int)NumberOf(parameter);

    /// <inheritdoc cref="Of(WholeNumberParameter)"/>
    public int Of(WidthParameter parameter) => parameter.Of(ValueOf(parameter), N);

    /// <inheritdoc cref="Of(WholeNumberParameter)"/>
    public T Of<T>(ChoiceParameter<T> parameter) where T : struct, Enum => parameter.Member(ValueOf(parameter));

    /// <inheritdoc/>
    public bool Equals(ParameterValues? other) => other is not null && _items.AsSpan().SequenceEqual(other._items.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ParameterValues);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(N, _items.Length, _items[^1].Value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, ParameterValue>> GetEnumerator() => _items.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>All values, such as <c>n=16 width=4</c>.</summary>
    public override string ToString() => string.Join(' ', _items.Select(item => $"{item.Key}={item.Value}"));

    private double NumberOf(StrategyParameter parameter) => ValueOf(parameter).Number ?? throw Missing(parameter);

    private ParameterValue ValueOf(StrategyParameter parameter) =>
        Find(parameter.Name) ?? (parameter.IsImplied ? parameter.DefaultValue : null) ?? throw Missing(parameter);

    private static ArgumentException Missing(StrategyParameter parameter) =>
        new($"The parameter {parameter.Name} has no such value: is it among the definition's Parameters?", nameof(parameter));
}
