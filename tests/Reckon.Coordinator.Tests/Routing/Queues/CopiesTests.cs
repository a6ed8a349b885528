using Reckon.Contracts.Workers;
using Reckon.Coordinator.Routing.Queues;

namespace Reckon.Coordinator.Tests.Routing.Queues;

public sealed class CopiesTests
{
    private static readonly TimeSpan _start = QueueKit.Ms(0);
    private readonly RequestQueue<int> _queue = QueueKit.Queue("a", "b");

    [Fact]
    public void What_is_late_goes_to_another_worker_too_and_counts_once()
    {
        Teach();
        _queue.Add(1, weight: 3, "search");
        var late = _queue.TakeNext(_start)!;

        Assert.Equal(0, _queue.CopyLate(QueueKit.Ms(999)));
        Assert.Equal(1, _queue.CopyLate(QueueKit.Ms(1_000)));
        Assert.Equal(new RouterLoad(Waiting: 0, InFlight: 3), _queue.Load);
        var copy = _queue.TakeNext(QueueKit.Ms(1_000))!;

        Assert.NotEqual(late.Worker, copy.Worker);
        Assert.Equal(new RouterLoad(Waiting: 0, InFlight: 3), _queue.Load);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_first_answer_wins_whichever_it_is(bool isCopyFirst)
    {
        var (late, copy) = Copied();
        var (first, second) = isCopyFirst ? (copy, late) : (late, copy);

        Assert.Equal([RequestFate.Answered], _queue.ReturnAll(first, WorkStatus.Done, QueueKit.Ms(2_000)));
        Assert.Equal(new RouterLoad(0, 0), _queue.Load);
        Assert.Equal([RequestFate.Dropped], _queue.ReturnAll(second, WorkStatus.Done, QueueKit.Ms(3_000)));
        Assert.Equal(new RouterLoad(0, 0), _queue.Load);
    }

    [Fact]
    public void An_answer_that_comes_while_its_copy_waits_takes_the_copy_out()
    {
        Teach();
        _queue.Add(1, weight: 1, "search");
        var late = _queue.TakeNext(_start)!;
        _queue.CopyLate(QueueKit.Ms(1_000));

        Assert.Equal([RequestFate.Answered], _queue.ReturnAll(late, WorkStatus.Done, QueueKit.Ms(1_001)));
        Assert.Null(_queue.TakeNext(QueueKit.Ms(1_001)));
        Assert.Equal((0, new RouterLoad(0, 0)), (_queue.Count, _queue.Load));
    }

    [Fact]
    public void A_failure_while_a_copy_is_on_its_way_changes_nothing_for_the_request()
    {
        var (late, copy) = Copied();

        Assert.Equal([RequestFate.IsElsewhere], _queue.ReturnAll(late, null, QueueKit.Ms(1_500)));
        Assert.Equal(new RouterLoad(Waiting: 0, InFlight: 1), _queue.Load);
        Assert.Equal([RequestFate.WaitsAgain], _queue.ReturnAll(copy, null, QueueKit.Ms(1_600)));
        Assert.Equal(new RouterLoad(Waiting: 1, InFlight: 0), _queue.Load);
    }

    [Fact]
    public void When_the_worker_fails_before_the_copy_has_gone_the_copy_is_what_waits()
    {
        Teach();
        _queue.Add(1, weight: 1, "search");
        var late = _queue.TakeNext(_start)!;
        _queue.CopyLate(QueueKit.Ms(1_000));

        Assert.Equal([RequestFate.IsElsewhere], _queue.ReturnAll(late, null, QueueKit.Ms(1_000)));

        Assert.Equal((1, new RouterLoad(Waiting: 1, InFlight: 0)), (_queue.Count, _queue.Load));
        Assert.NotNull(_queue.TakeNext(QueueKit.Ms(1_000)));
    }

    [Fact]
    public void The_only_worker_gets_no_copy_of_what_it_has()
    {
        Teach();
        _queue.UpdateWorkers(QueueKit.Workers("a"));
        _queue.Add(1, weight: 1, "search");
        _queue.TakeNext(_start);

        Assert.Equal(0, _queue.CopyLate(QueueKit.Ms(60_000)));
    }

    [Fact]
    public void Nothing_is_late_before_anyone_knows_how_long_such_work_takes()
    {
        _queue.Add(1, weight: 1, "search");
        _queue.TakeNext(_start);

        Assert.Equal(0, _queue.CopyLate(QueueKit.Ms(60_000)));
    }

    [Fact]
    public void A_worker_with_something_late_is_left_alone_for_as_long_and_each_time_longer()
    {
        var (late, _) = Copied();
        var slow = late.Worker;

        Assert.Equal(QueueKit.Ms(2_000), slow.RestsUntil(QueueKit.Ms(1_000)));
        slow.Stall(QueueKit.Ms(1_000), QueueKit.Ms(60_000), QueueKit.Ms(2_000));
        Assert.Equal(QueueKit.Ms(4_000), slow.RestsUntil(QueueKit.Ms(2_000)));

        _queue.ReturnAll(late, WorkStatus.Done, QueueKit.Ms(2_000));
        Assert.Null(slow.RestsUntil(QueueKit.Ms(2_000)));
    }

    [Fact]
    public void What_a_lost_worker_holds_goes_elsewhere_at_once_and_in_its_old_order()
    {
        var queue = QueueKit.Queue("a");
        queue.Add(1, weight: 2, "one");
        queue.Add(2, weight: 2, "two");
        queue.Add(3, weight: 2, "two");
        queue.TakeNext(_start);
        queue.TakeNext(_start);
        queue.UpdateWorkers(QueueKit.Workers("a", "b"));

        queue.Lose("a");
        queue.Lose("a");

        int[] bodies = [.. new[] { queue.TakeNext(_start)!, queue.TakeNext(_start)! }.SelectMany(copy => copy.Requests).Select(request => request.Body)];
        Assert.Equal([1, 2, 3], bodies);
        Assert.Null(queue.TakeNext(_start));
        Assert.Equal(new RouterLoad(Waiting: 0, InFlight: 6), queue.Load);
    }

    [Fact]
    public void A_lost_worker_gets_nothing_until_it_is_heard()
    {
        _queue.Lose("a");
        Assert.Equal("b", Next(1));
        Assert.Equal("b", Next(2));
        _queue.UpdateWorkers(QueueKit.Workers("a", "c"));
        Assert.Equal("c", Next(3));

        _queue.Hear("a", outstanding: 0, isDraining: false, _start);
        _queue.UpdateWorkers(QueueKit.Workers("a"));

        Assert.Equal("a", Next(4));
    }

    [Fact]
    public void The_only_worker_is_tried_even_if_it_gives_no_sign_of_life()
    {
        _queue.UpdateWorkers(QueueKit.Workers("a"));
        _queue.Lose("a");

        Assert.Equal("a", Next(1));
    }

    [Fact]
    public void A_worker_that_drains_gets_nothing_more_even_of_a_search_that_it_served()
    {
        var first = Next(1);
        _queue.Hear(first!, outstanding: 1, isDraining: true, _start);

        Assert.NotEqual(first, Next(2));
    }

    private string? Next(int body)
    {
        _queue.Add(body, weight: 1, "search");
        return _queue.TakeNext(_start)?.Worker.Key;
    }

    private (Sending<int> Late, Sending<int> Copy) Copied()
    {
        var queue = _queue;
        Teach();
        queue.Add(1, weight: 1, "search");
        var late = queue.TakeNext(_start)!;
        queue.CopyLate(QueueKit.Ms(1_000));
        return (late, queue.TakeNext(QueueKit.Ms(1_000))!);
    }

    // How long a request takes: no time at all.
    private void Teach()
    {
        _queue.Add(0, weight: 1, "other");
        _queue.ReturnAll(_queue.TakeNext(_start)!, WorkStatus.Done, _start);
    }
}
