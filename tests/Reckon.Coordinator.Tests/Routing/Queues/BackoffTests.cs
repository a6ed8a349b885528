using Reckon.Coordinator.Routing.Queues;

namespace Reckon.Coordinator.Tests.Routing.Queues;

public sealed class BackoffTests
{
    private readonly Backoff _backoff = new(QueueKit.Ms(50), QueueKit.Ms(1_000));

    [Fact]
    public void Doubles_with_each_failure_up_to_the_longest() => Assert.Equal(
        [50, 50, 100, 200, 400, 800, 1_000, 1_000],
        Enumerable.Range(0, 8).Select(failures => _backoff.After(failures).TotalMilliseconds));

    [Fact]
    public void Stays_at_the_longest_after_any_number_of_failures() => Assert.Equal(QueueKit.Ms(1_000), _backoff.After(int.MaxValue));

    [Fact]
    public void Never_exceeds_the_longest_though_the_first_is_longer() =>
        Assert.Equal(QueueKit.Ms(10), new Backoff(QueueKit.Ms(50), QueueKit.Ms(10)).After(0));
}
