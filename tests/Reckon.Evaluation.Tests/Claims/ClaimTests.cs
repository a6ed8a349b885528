using Reckon.Evaluation.Claims;
using Reckon.Evaluation.Sweeps;
using Reckon.Evaluation.Tests.Studies;
using Reckon.Search.Randomness;

namespace Reckon.Evaluation.Tests.Claims;

public sealed class ClaimTests
{
    [Theory]
    [InlineData("beam width=4 weighted reaches best-of-n weighted n=64", 1, null)]
    [InlineData("beam width=4 weighted reaches best-of-n weighted n=64 for 1/4 of the generations", 4, CostUnit.Generations)]
    [InlineData("beam width=4 weighted reaches best-of-n weighted n=64 for 1/2.5 of the proposer FLOPs", 2.5, CostUnit.ProposerFlops)]
    public void A_claim_of_a_saving_is_read(string text, double least, CostUnit? unit) => Assert.Equal(
        new Claim(text, "beam width=4 weighted", null, "best-of-n weighted", 64, least, unit), Claim.Parse(text));

    [Theory]
    [InlineData("beam width=4 weighted n=16 is ahead of best-of-n weighted n=16", 0)]
    [InlineData("beam width=4 weighted n=16 is ahead of best-of-n weighted n=16 by 2.5 points", 0.025)]
    public void A_claim_of_being_ahead_is_read(string text, double least) => Assert.Equal(
        new Claim(text, "beam width=4 weighted", 16, "best-of-n weighted", 16, least, null), Claim.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("beam reaches best-of-n")]
    [InlineData("beam reaches best-of-n n=64 for 1/4 of the money")]
    [InlineData("beam is ahead of best-of-n n=4")]
    public void Anything_else_is_no_claim(string text) => Assert.Null(Claim.Parse(text));

    [Theory]
    [InlineData(0.6, 8.0)] // Half-way between the points 4 and 16, by the logarithm.
    [InlineData(0.5, 4.0)]
    [InlineData(0.4, 4.0)]
    [InlineData(0.7, 16.0)]
    [InlineData(0.8, null)]
    public void A_level_is_reached_between_two_points_by_the_logarithm_of_cost(double level, double? cost)
    {
        var reached = Crossing.Of([(4, 0.5), (16, 0.7)], level);

        Assert.Equal(cost is null, reached is null);
        Assert.Equal(cost ?? 0, reached ?? 0, 9);
    }

    [Fact]
    public void A_method_that_gets_at_4_what_the_other_gets_at_64_saves_16_times()
    {
        var table = SomeStudy.Table(400, (SomeStudy.Vote, 64, Coin(0.7)), (SomeStudy.Beam, 2, Coin(0.5)), (SomeStudy.Beam, 4, Coin(0.7)));
        var check = new ClaimCheck(table);

        var holds = check.Of(Parse("beam width=4 weighted reaches best-of-n weighted n=64 for 1/8 of the generations"));
        var fails = check.Of(Parse("beam width=4 weighted reaches best-of-n weighted n=64 for 1/100 of the generations"));

        Assert.Equal(16, holds.Savings[0].Ratio.Value, 9);
        Assert.True(holds.Holds);
        Assert.False(fails.Holds);
    }

    [Fact]
    public void A_level_that_is_never_reached_saves_nothing()
    {
        var table = SomeStudy.Table(400, (SomeStudy.Vote, 64, Coin(0.9)), (SomeStudy.Beam, 4, Coin(0.5)));

        var result = new ClaimCheck(table).Of(Parse("beam width=4 weighted reaches best-of-n weighted n=64"));

        Assert.False(result.Holds);
        Assert.Null(result.Savings[0].Reached);
        Assert.Contains("does not hold", ClaimText.Of(result), StringComparison.Ordinal);
    }

    [Fact]
    public void Being_ahead_is_checked_on_the_same_problems()
    {
        var table = SomeStudy.Table(400, (SomeStudy.Vote, 16, Coin(0.5)), (SomeStudy.Beam, 16, Coin(0.7)));

        Assert.True(new ClaimCheck(table).Of(Parse("beam width=4 weighted n=16 is ahead of best-of-n weighted n=16 by 10 points")).Holds);
        Assert.False(new ClaimCheck(table).Of(Parse("beam width=4 weighted n=16 is ahead of best-of-n weighted n=16 by 20 points")).Holds);
    }

    [Fact]
    public void A_claim_about_what_was_not_run_has_a_fault_with_a_remedy()
    {
        var table = SomeStudy.Table(4, (SomeStudy.Vote, 16, Coin(0.5)), (SomeStudy.Beam, 16, Coin(0.7)));

        Assert.Contains("Did you mean", ClaimFault.Of(Parse("beam width=3 weighted reaches best-of-n weighted n=16"), table), StringComparison.Ordinal);
        Assert.Contains("Use one of: 16", ClaimFault.Of(Parse("beam width=4 weighted reaches best-of-n weighted n=64"), table), StringComparison.Ordinal);
        Assert.Null(ClaimFault.Of(Parse("beam width=4 weighted reaches best-of-n weighted n=16"), table));
    }

    private static Claim Parse(string text) => Claim.Parse(text) ?? throw new ArgumentException(text);

    // The same draws for all: methods then differ only as far as their chances do.
    private static Func<int, int, double> Coin(double chance) => (problem, seed) =>
        RandomKey.Root(9, "coins").Child(problem).Uniform(seed) < chance ? 1 : 0;
}
