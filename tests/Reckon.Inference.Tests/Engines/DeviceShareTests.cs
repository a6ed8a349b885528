using CsCheck;
using Reckon.Inference.Engines;

namespace Reckon.Inference.Tests.Engines;

public sealed class DeviceShareTests
{
    [Theory]
    [InlineData(1, 1, 0.5)]
    [InlineData(3, 1, 0.75)]
    [InlineData(1, 3, 0.25)]
    [InlineData(0, 0, 0.5)] // Nothing is known yet.
    [InlineData(1_000, 1, 0.91)] // Nobody is left without.
    public void Gives_each_engine_the_time_that_its_work_needs(double firstNeed, double secondNeed, double expected)
    {
        var (share, had) = (new DeviceShare(2), new double[2]);
        for (var run = 0; run < 10_000; run++)
        {
            var next = share.Next([true, true])!.Value;
            var seconds = next == 0 ? 0.005 : 0.001; // A decode step of many rows, and a short chunk.
            had[next] += seconds;
            share.Took(next, seconds, [firstNeed, secondNeed]);
        }

        Assert.Equal(expected, had[0] / had.Sum(), 0.01);
    }

    [Fact]
    public void Gives_nobody_credit_for_the_time_when_he_did_not_ask()
    {
        var share = new DeviceShare(2);
        for (var run = 0; run < 1_000; run++)
        {
            share.Took(share.Next([true, false])!.Value, 0.005, [1, 0]);
        }

        share.CameBack(1);

        var turns = new List<int>();
        for (var run = 0; run < 10; run++)
        {
            turns.Add(share.Next([true, true])!.Value);
            share.Took(turns[^1], 0.005, [1, 1]);
        }

        Assert.InRange(turns.Count(engine => engine == 1), 4, 6);
    }

    [Fact]
    public void Lets_an_engine_alone_have_all_of_it()
    {
        var share = new DeviceShare(2);

        Assert.Equal(1, share.Next([false, true]));
        Assert.Null(share.Next([false, false]));
    }

    [Fact]
    public void Lets_nobody_wait_longer_than_its_least_share_takes() =>
        Gen.Select(Gen.Double[0, 10], Gen.Double[0, 10], Gen.Double[0.1, 1]).Array[200].Sample(runs =>
        {
            var (share, had, all) = (new DeviceShare(2), 0.0, 0.0);
            foreach (var (first, second, seconds) in runs)
            {
                var next = share.Next([true, true])!.Value;
                share.Took(next, seconds, [first, second]);
                (had, all) = (had + (next == 1 ? seconds : 0), all + seconds);
                Assert.True(had >= (all / 12) - 2, $"{had} s of {all} s.");
            }
        });
}
