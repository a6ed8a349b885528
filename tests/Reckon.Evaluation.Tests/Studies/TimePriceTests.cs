using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Studies;
using Reckon.Search.Costs;

namespace Reckon.Evaluation.Tests.Studies;

public sealed class TimePriceTests
{
    private static readonly Timing _timing = new(
        WallSeconds: 10, GeneratedTokens: 800, ReplayedTokens: 100, JudgedTokens: 500, TokensPerSecond: 80, ProposerSeconds: 2, VerifierSeconds: 1,
        Cores: 2, Workers: 1, IsRepeatable: true)
    {
        PrefilledTokens = 100,
    };

    [Fact]
    public void A_trial_takes_its_tokens_at_what_a_token_took()
    {
        var summary = Summary(_timing);
        var sizes = summary.Models.Sizes;
        var cost = TrialCost.Of(new Cost(1, 50, 150, 300), sizes);

        Assert.Equal((200 * 2.0 / 1000) + (300 * 1.0 / 500), TimePrice.Of(summary)!.SecondsOf(cost), 9);
    }

    [Fact]
    public void No_time_is_no_price()
    {
        Assert.Null(TimePrice.Of(Summary(null)));
        Assert.Null(TimePrice.Of(Summary(_timing with { ProposerSeconds = 0 })));
        Assert.Null(TimePrice.Of(Summary(_timing with { GeneratedTokens = 0, ReplayedTokens = 0, PrefilledTokens = 0 })));
        Assert.Null(TimePrice.Of(Summary(_timing with { JudgedTokens = 0 })));
    }

    private static SweepSummary Summary(Timing? timing) =>
        SummaryBuilder.Build(Some.Sweep, Some.Header, [Some.Outcome()]) with { Timing = timing };
}
