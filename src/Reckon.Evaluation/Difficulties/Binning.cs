using System.Collections.Immutable;

namespace Reckon.Evaluation.Difficulties;

/// <summary>The trials of a study in bins of difficulty.</summary>
/// <param name="Kind">By what.</param>
/// <param name="Name">How it is named in reports.</param>
/// <param name="Bins">How many bins there are.</param>
/// <param name="BinOf">For each trial its bin, from 0, the easiest.</param>
/// <param name="Scale">The cuts; null where there are none.</param>
/// <param name="ProbeAnswers">Answers that a trial draws to find its bin, and is charged for; 0 where none are.</param>
public sealed record Binning(
    DifficultyKind Kind, string Name, int Bins, ImmutableArray<int> BinOf, DifficultyScale? Scale = null, int ProbeAnswers = 0)
{
    /// <summary>Whether the cuts were given, and do not follow from the trials.</summary>
    public bool IsAbsolute { get; init; }

    /// <summary>Trials put into quantiles of <paramref name="values"/>, one for each trial.</summary>
    public static Binning Quantiles(DifficultyKind kind, string name, ImmutableArray<double> values, int bins, int probeAnswers = 0) =>
        ByScale(kind, name, values, DifficultyScale.Quantiles(values, bins), probeAnswers);

    /// <summary>Trials put into the bins of <paramref name="scale"/>.</summary>
    public static Binning ByScale(
        DifficultyKind kind, string name, ImmutableArray<double> values, DifficultyScale scale, int probeAnswers = 0) =>
        new(kind, name, scale.Bins, [.. values.Select(scale.BinOf)], scale, probeAnswers);

    /// <summary>Trials by the dataset's own levels, the lowest first.</summary>
    public static Binning Levels(ImmutableArray<int> levels)
    {
        var known = levels.Distinct().Order().ToImmutableArray();
        return new Binning(DifficultyKind.Level, "level of the dataset", known.Length, [.. levels.Select(level => known.IndexOf(level))]);
    }

    /// <summary>How many trials each bin has.</summary>
    public ImmutableArray<int> Sizes => [.. Enumerable.Range(0, Bins).Select(bin => BinOf.Count(of => of == bin))];
}
