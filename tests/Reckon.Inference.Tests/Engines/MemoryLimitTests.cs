using Reckon.Inference.Engines;

namespace Reckon.Inference.Tests.Engines;

public sealed class MemoryLimitTests
{
    [Fact]
    public void Halves_what_did_not_fit()
    {
        var limit = new MemoryLimit(least: 1, most: 64);

        Assert.True(limit.TryShrink(64));
        Assert.Equal(32, limit.Current);
        Assert.True(limit.TryShrink(9)); // Fewer ran than were allowed, and even they were too many.
        Assert.Equal(4, limit.Current);
        Assert.True(limit.TryShrink(4) && limit.TryShrink(2));
        Assert.False(limit.TryShrink(1));
        Assert.Equal(1, limit.Current);
    }

    [Fact]
    public void Comes_back_slowly_and_to_no_more_than_there_was()
    {
        var limit = new MemoryLimit(least: 1, most: 64);
        limit.TryShrink(64);

        Succeed(limit, MemoryLimit.FirstPatience - 1);
        Assert.Equal(32, limit.Current);
        Succeed(limit, 1);
        Assert.Equal(36, limit.Current);
        Succeed(limit, 20 * MemoryLimit.FirstPatience);
        Assert.Equal(64, limit.Current);
    }

    [Fact]
    public void Waits_twice_as_long_each_time_that_it_was_too_early()
    {
        var limit = new MemoryLimit(least: 1, most: 64);
        limit.TryShrink(64);
        Succeed(limit, MemoryLimit.FirstPatience);

        limit.TryShrink(36);

        Succeed(limit, (2 * MemoryLimit.FirstPatience) - 1);
        Assert.Equal(18, limit.Current);
        Succeed(limit, 1);
        Assert.Equal(20, limit.Current);
    }

    private static void Succeed(MemoryLimit limit, int runs)
    {
        for (var run = 0; run < runs; run++)
        {
            limit.Succeed();
        }
    }
}
