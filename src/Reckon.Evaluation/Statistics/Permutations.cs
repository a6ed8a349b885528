using Reckon.Search.Randomness;

namespace Reckon.Evaluation.Statistics;

/// <summary>A fixed number of random orders of the numbers 0 … n − 1; a pure function of n. Takes 2,000 n bytes.</summary>
public sealed class Permutations
{
    /// <summary>How many orders there are.</summary>
    public const int Count = 1_000;

    /// <summary>The greatest n.</summary>
    public const int MostItems = ushort.MaxValue + 1;

    private readonly int _items;
    private readonly ushort[] _all;

    /// <summary>Draws the orders of <paramref name="items"/> numbers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are none, or more than <see cref="MostItems"/>.</exception>
    public Permutations(int items)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(items, MostItems);
        _items = items;
        _all = new ushort[Count * items];
        var root = RandomKey.Root(0, "permutations");
        for (var i = 0; i < Count; i++)
        {
            Shuffle(_all.AsSpan(i * items, items), root.Child(i));
        }
    }

    /// <summary>The order at <paramref name="index"/>, from 0.</summary>
    public ReadOnlySpan<ushort> this[int index] => _all.AsSpan(index * _items, _items);

    // Fisher and Yates, from the inside out: each number takes a place among those before it.
    private static void Shuffle(Span<ushort> order, RandomKey key)
    {
        for (var i = 0; i < order.Length; i++)
        {
            var place = (int)(key.Uniform(i) * (i + 1));
            order[i] = order[place];
            order[place] = (ushort)i;
        }
    }
}
