using Reckon.Search.Selecting;
using Reckon.Search.Strategies;
using Reckon.Search.Verification;

namespace Reckon.Search.Tests.Strategies;

public sealed class BinPolicyTests
{
    [Fact]
    public void Reads_what_it_writes()
    {
        const string text = "study@12ab probe=4 measure=meanScore cuts=0.9,0.5,0.5 bins=best-of-n best (min)|beam width=4 weighted|a majority|b best";
        var policy = BinPolicy.Parse(text)!;

        Assert.Equal(text, policy.ToString());
        Assert.Equal(("study@12ab", 4, PolicyMeasure.MeanScore), (policy.Name, policy.Answers, policy.Measure));
        Assert.Equal(new Selector(SelectionRule.Best, Aggregation.Min), policy.Bins[0].Selector);
        Assert.Equal("beam", policy.Bins[1].Strategy);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0.9, 0)]
    [InlineData(0.89, 1)]
    [InlineData(0.5, 1)]
    [InlineData(0.4, 3)]
    public void A_search_is_in_the_first_bin_whose_cut_its_measure_is_not_below(double measured, int bin) =>
        Assert.Equal(bin, BinPolicy.Parse("p@0 probe=1 measure=agreement cuts=0.9,0.5,0.5 bins=a best|b best|c best|d best")!.BinOf(measured));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("p@0 probe=4 measure=meanScore cuts=0.9 bins=a best")] // Two bins.
    [InlineData("p@0 probe=4 measure=meanScore cuts=0.5,0.9 bins=a best|a best|a best")] // Ascending.
    [InlineData("p@0 probe=4 measure=meanScore cuts=NaN bins=a best|a best")]
    [InlineData("p@0 probe=0 measure=meanScore cuts=0.9 bins=a best|a best")]
    [InlineData("p@0 probe=4 measure=MeanScore cuts=0.9 bins=a best|a best")]
    [InlineData("p@0 probe=4 measure=oracle cuts=0.9 bins=a best|a best")]
    [InlineData("p@0 probe=4 measure=meanScore cuts=0.9 bins=a best|a")]
    [InlineData("p@0 probe=4 measure=meanScore cuts=0.9 bins=a best|a width best")]
    [InlineData("p@0 probe=4 measure=meanScore cuts=0.9 bins=a best|a best (most)")]
    [InlineData("p@0 measure=meanScore probe=4 cuts=0.9 bins=a best|a best")]
    public void Anything_else_is_none(string? text) => Assert.Null(BinPolicy.Parse(text));
}
