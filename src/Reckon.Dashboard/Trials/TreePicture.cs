using System.Collections.Immutable;

namespace Reckon.Dashboard.Trials;

/// <summary>The tree of a trial from left to right: a column for each depth, a row for each end. Pure.</summary>
/// <param name="Steps">Its steps, parents before children.</param>
/// <param name="Width">Width of the picture.</param>
/// <param name="Height">Its height.</param>
/// <param name="RootY">Where the root is, from above.</param>
public sealed record TreePicture(ImmutableArray<DrawnStep> Steps, double Width, double Height, double RootY)
{
    /// <summary>Where the root is, from the left.</summary>
    public const double RootX = 10;

    /// <summary>The most steps that are drawn: more cannot be told apart.</summary>
    public const int MostSteps = 1_500;

    private const double Column = 72;
    private const double Row = 13;
    private const double Margin = 10;

    /// <summary>The picture of <paramref name="lines"/>, which <see cref="TrialLines"/> made; null for none, or too many.</summary>
    public static TreePicture? Of(ImmutableArray<TrialLine> lines)
    {
        if (lines.IsEmpty || lines.Length > MostSteps)
        {
            return null;
        }

        var unique = lines.DistinctBy(line => line.Number).ToImmutableArray();
        var parents = unique.Select(line => line.Step.Parent).ToHashSet();
        var heights = new Dictionary<int, double>(); // By step.
        var rows = 0;
        foreach (var line in unique.Where(line => !parents.Contains(line.Number)))
        {
            heights[line.Number] = Margin + (Row * rows++);
        }

        foreach (var group in unique.Reverse().GroupBy(line => line.Step.Parent).OrderByDescending(group => group.First().Depth))
        {
            heights[group.Key] = (group.Min(line => heights[line.Number]) + group.Max(line => heights[line.Number])) / 2;
        }

        return new TreePicture(
            [.. unique.Select(line => Placed(line, heights))],
            RootX + (Column * (unique.Max(line => line.Depth) + 1)) + Margin,
            (2 * Margin) + (Row * Math.Max(0, rows - 1)),
            heights.GetValueOrDefault(-1, Margin));
    }

    private static DrawnStep Placed(TrialLine line, Dictionary<int, double> heights) => new(
        line, RootX + (Column * (line.Depth + 1)), heights[line.Number],
        RootX + (Column * line.Depth), heights.GetValueOrDefault(line.Step.Parent, Margin));
}
