using System.Collections.Immutable;

namespace Reckon.Evaluation.Plots;

/// <summary>What a plot shows; how it is drawn is another matter.</summary>
/// <param name="Name">The name of its files: small letters, digits and hyphens.</param>
/// <param name="Title">One line.</param>
/// <param name="XLabel">What is along the axis, with its unit.</param>
/// <param name="YLabel">What is up the axis, with its unit.</param>
/// <param name="Series">At most <see cref="MostSeries"/>, or nobody can tell them apart.</param>
public sealed record Plot(string Name, string Title, string XLabel, string YLabel, ImmutableArray<PlotSeries> Series)
{
    /// <summary>The most series that a plot is readable with.</summary>
    public const int MostSeries = 8;

    /// <summary>Whether the axis is by the logarithm of x; all x are then above 0.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>Names of groups of bars, whose x are 0, 1, …; empty where points are joined by lines.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>Whether the diagonal is drawn, on which x and y agree.</summary>
    public bool HasDiagonal { get; init; }

    /// <summary>One sentence that says how to read it.</summary>
    public string Caption { get; init; } = "";
}
