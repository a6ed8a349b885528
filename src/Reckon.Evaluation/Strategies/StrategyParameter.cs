namespace Reckon.Evaluation.Strategies;

/// <summary>A whole number that a strategy takes.</summary>
/// <param name="Name">Its key in a sweep file.</param>
/// <param name="Min">Smallest value allowed.</param>
/// <param name="Max">Largest value allowed.</param>
/// <param name="Default">Its value where the file says nothing; null when the file must say.</param>
public sealed record StrategyParameter(string Name, int Min, int Max, int? Default = null)
{
    /// <summary>The paper's N: the one parameter that every strategy takes, and the one that a file may list values of.</summary>
    public static StrategyParameter N { get; } = new("n", 1, 10_000);
}
