using Reckon.Search.Trees;

namespace Reckon.Search.Running;

/// <summary>
/// What of a round is run when a budget does not cover all of it. A pure function of the round and of what fits, so a search that is
/// replayed is narrowed at the same places.
/// </summary>
/// <remarks>
/// Whole expansions are dropped from the end of the plan, as few as possible: plans list first what matters most. An expansion is never
/// halved, for the best child of a prefix may be the one that is left out; but what continues the prompt draws
/// attempts that are independent of one another, and as many of those are kept as fit. Rollouts are run all or not at all: prefixes of
/// which only some are rolled out cannot be ranked against one another.
/// </remarks>
public static class Narrowing
{
    /// <summary>The longest beginning of <paramref name="round"/> that fits; all of it, or perhaps nothing.</summary>
    /// <param name="round">What was planned; not empty.</param>
    /// <param name="fits">Whether the budget covers some expansions. What is less of a round must fit where more does.</param>
    public static IReadOnlyList<Expansion> Fit(IReadOnlyList<Expansion> round, Func<IReadOnlyList<Expansion>, bool> fits)
    {
        if (fits(round))
        {
            return round;
        }

        if (round.Any(expansion => expansion.IsRollout))
        {
            return [];
        }

        var whole = Most(round.Count - 1, count => fits(First(round, count)));
        var next = round[whole];
        var children = next.Node == SearchTree.Root
            ? Most(next.Count - 1, count => fits([.. First(round, whole), next with { Count = count }]))
            : 0;
        return children == 0 ? First(round, whole) : [.. First(round, whole), next with { Count = children }];
    }

    /// <summary>
    /// The least that is run of <paramref name="round"/>: its first expansion, or one child of it where that continues the prompt.
    /// </summary>
    public static Expansion Least(IReadOnlyList<Expansion> round) =>
        round[0].Node == SearchTree.Root ? round[0] with { Count = 1 } : round[0];

    private static Expansion[] First(IReadOnlyList<Expansion> round, int count) => [.. round.Take(count)];

    // The largest number up to the greatest for which it holds; 0 where it holds for none.
    private static int Most(int greatest, Func<int, bool> holds)
    {
        var (low, high) = (0, greatest);
        while (low < high)
        {
            var middle = high - ((high - low) / 2);
            (low, high) = holds(middle) ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
