using Reckon.Evaluation.Strategies;

namespace Reckon.Evaluation.Sweeps;

/// <summary>One strategy with one seed: with a problem, one trial.</summary>
/// <param name="Strategy">What to grow.</param>
/// <param name="Seed">Keys every draw, together with the problem's id.</param>
public sealed record TrialSpec(StrategySpec Strategy, long Seed)
{
    /// <summary>Names the trial among those of its problem, such as <c>beam n=16 width=4 seed=0</c>.</summary>
    public string Id => $"{Strategy.Label} seed={Seed}";
}
