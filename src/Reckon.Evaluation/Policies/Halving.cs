using System.Collections.Immutable;
using Reckon.Search.Randomness;

namespace Reckon.Evaluation.Policies;

/// <summary>Halves of the problems, made anew for each number: as even as they can be inside each bin.</summary>
/// <param name="seed">From which all halvings follow.</param>
public sealed class Halving(long seed)
{
    private readonly RandomKey _root = RandomKey.Root(seed, "halvings");

    /// <summary>For each problem whether it is in the first half, in the halving <paramref name="number"/>.</summary>
    /// <param name="number">From 0.</param>
    /// <param name="bins">The bin of each problem.</param>
    public bool[] Of(int number, ImmutableArray<int> bins)
    {
        var key = _root.Child(number);
        var isFirst = new bool[bins.Length];
        int[] shuffled =
            [.. Enumerable.Range(0, bins.Length).OrderBy(problem => bins[problem]).ThenBy(problem => key.Uniform(problem))];
        for (var pair = 0; pair < shuffled.Length; pair += 2)
        {
            var isFirstFirst = key.Uniform(bins.Length + pair) < 0.5;
            isFirst[shuffled[pair]] = isFirstFirst;
            if (pair + 1 < shuffled.Length)
            {
                isFirst[shuffled[pair + 1]] = !isFirstFirst;
            }
        }

        return isFirst;
    }
}
