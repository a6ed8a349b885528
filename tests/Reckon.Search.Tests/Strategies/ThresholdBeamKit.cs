using Reckon.SamplePlugin;
using Reckon.Search.Randomness;
using Reckon.Search.Strategies;
using Reckon.Search.Verification;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

/// <summary>A plugin's strategy keeps to what holds for every strategy, chance included.</summary>
public sealed class ThresholdBeamKit : SearchStrategyKit
{
    /// <inheritdoc/>
    protected override ISearchStrategy Strategy => ThresholdBeam.Definition.Create(new StrategyContext(
        ThresholdBeam.Definition.Bind([new("n", 9), new("kept", 4), new("threshold", 0.25), new("pick", "random")]),
        Aggregation.Min,
        RandomKey.Root(1, "p").Chance,
        new AnswersByText()));
}
