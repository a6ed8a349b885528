using Reckon.Coordinator.Routing.Queues;

namespace Reckon.Coordinator.Tests.Routing.Queues;

public sealed class WorkerLoadTests
{
    private readonly WorkerLoad _worker = new(new WorkerEntry("a", Rows: 8, Room: 8));

    [Fact]
    public void Takes_up_to_its_limit_and_more_only_when_idle()
    {
        Assert.True(_worker.HasRoomFor(100, QueueKit.Ms(0)));

        _worker.Send(6);

        Assert.True(_worker.HasRoomFor(2, QueueKit.Ms(0)));
        Assert.False(_worker.HasRoomFor(3, QueueKit.Ms(0)));
    }

    [Fact]
    public void Rests_when_it_was_full_and_then_has_room_again()
    {
        Return(SendingOutcome.Full, QueueKit.Ms(0));

        Assert.False(_worker.HasRoomFor(1, QueueKit.Ms(49)));
        Assert.True(_worker.HasRoomFor(1, QueueKit.Ms(50)));
    }

    [Fact]
    public void Rests_twice_as_long_after_the_next_failure()
    {
        Return(SendingOutcome.Failed, QueueKit.Ms(0));
        Return(SendingOutcome.Failed, QueueKit.Ms(50));

        Assert.Equal(QueueKit.Ms(150), _worker.RestsUntil(QueueKit.Ms(50)));
    }

    [Fact]
    public void Calls_that_fail_together_do_not_add_up_to_one_long_rest()
    {
        Return(SendingOutcome.Failed, QueueKit.Ms(0)); // Alarm at 50.
        Return(SendingOutcome.Failed, QueueKit.Ms(1)); // Alarm at 101.
        Assert.Equal(QueueKit.Ms(50), _worker.RestsUntil(QueueKit.Ms(1)));

        Return(SendingOutcome.Failed, QueueKit.Ms(52)); // Alarm at 252.
        Assert.Equal(QueueKit.Ms(101), _worker.RestsUntil(QueueKit.Ms(52)));

        Return(SendingOutcome.Failed, QueueKit.Ms(102));
        Assert.Equal(QueueKit.Ms(252), _worker.RestsUntil(QueueKit.Ms(102)));
    }

    [Theory]
    [InlineData(SendingOutcome.Served)]
    [InlineData(SendingOutcome.Full)]
    public void A_worker_that_answers_has_not_failed(object outcome)
    {
        Return(SendingOutcome.Failed, QueueKit.Ms(0));
        Return((SendingOutcome)outcome, QueueKit.Ms(1));

        Assert.Equal(0, _worker.Failures);
        Assert.Equal(QueueKit.Ms(50), _worker.RestsUntil(QueueKit.Ms(1))); // It rests to the end all the same.
    }

    private void Return(SendingOutcome outcome, TimeSpan now)
    {
        _worker.Send(1);
        _worker.Return(1, outcome, QueueKit.Backoff, now);
    }
}
