using Reckon.Coordinator.Routing.Queues;

namespace Reckon.Coordinator.Tests.Routing.Queues;

public sealed class LatePolicyTests
{
    [Theory]
    [InlineData(1_000, 10, true)]
    [InlineData(999, 10, false)]
    [InlineData(3_999, 1_000, false)]
    [InlineData(4_000, 1_000, true)]
    public void Late_is_what_took_many_times_as_long_as_its_like_and_longer_than_the_floor(int age, int typical, bool isLate) =>
        Assert.Equal(isLate, QueueKit.Late.IsLate(QueueKit.Ms(age), QueueKit.Ms(typical)));

    [Fact]
    public void Recent_times_count_more_than_old_ones()
    {
        var times = new ServiceTimes();
        times.Note(new WorkClass(0, 4), QueueKit.Ms(800));
        Enumerable.Range(0, 50).ToList().ForEach(_ => times.Note(new WorkClass(0, 7), QueueKit.Ms(100)));

        Assert.InRange(times.Of(new WorkClass(0, 5))!.Value, QueueKit.Ms(100), QueueKit.Ms(105));
    }

    [Fact]
    public void Work_of_another_weight_takes_as_long_as_the_longest_of_its_kind_and_of_another_kind_nobody_knows()
    {
        var times = new ServiceTimes();
        times.Note(new WorkClass(0, 4), QueueKit.Ms(100));
        times.Note(new WorkClass(0, 8), QueueKit.Ms(200));

        Assert.Equal(QueueKit.Ms(200), times.Of(new WorkClass(0, 64)));
        Assert.Null(times.Of(new WorkClass(3, 4)));
    }
}
