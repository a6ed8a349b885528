namespace Reckon.Search;

/// <summary>One search to run.</summary>
/// <param name="Problem">The problem.</param>
/// <param name="Seed">Keys every draw, together with the problem's id.</param>
/// <param name="Strategy">What to grow.</param>
/// <param name="Sampling">How continuations are drawn.</param>
public sealed record SearchTask(Problem Problem, long Seed, ISearchStrategy Strategy, Sampling Sampling);
