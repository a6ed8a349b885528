using System.Collections.Immutable;

namespace Reckon.Search.Trees;

/// <summary>Steps drawn at each depth of a tree. Immutable.</summary>
internal readonly record struct DepthCounts(ImmutableArray<int> Steps)
{
    public static DepthCounts Empty { get; } = new([]);

    /// <summary>The largest number of steps at any one depth.</summary>
    public int Most => Steps.IsEmpty ? 0 : Steps.Max();

    /// <summary>The most at any one depth after more is drawn: for each, the first depth, how far it may go and how often.</summary>
    public int MostAfter(IReadOnlyCollection<(int First, Extent Extent, int Count)> draws)
    {
        // An answer may reach any depth: those that no step has reached yet count as one.
        var deepest = Math.Max(Steps.Length, draws.Max(draw => draw.Extent.IsAnswer ? draw.First + 1 : draw.First + draw.Extent.MaxSteps));
        var counts = new int[deepest];
        Steps.CopyTo(counts);
        foreach (var (first, extent, count) in draws)
        {
            var end = extent.IsAnswer ? deepest : first + extent.MaxSteps;
            for (var depth = first; depth < end; depth++)
            {
                counts[depth] += count;
            }
        }

        return counts.Max();
    }

    /// <summary>With one step more at each depth from a first to before an end, for each of <paramref name="drawn"/>.</summary>
    public DepthCounts With(IEnumerable<(int First, int End)> drawn)
    {
        var counts = Steps.ToList();
        foreach (var (first, end) in drawn)
        {
            for (var depth = first; depth < end; depth++)
            {
                while (depth >= counts.Count)
                {
                    counts.Add(0);
                }

                counts[depth]++;
            }
        }

        return new DepthCounts([.. counts]);
    }
}
