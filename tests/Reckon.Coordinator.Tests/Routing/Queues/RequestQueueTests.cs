using Reckon.Contracts.Workers;
using Reckon.Coordinator.Routing.Queues;

namespace Reckon.Coordinator.Tests.Routing.Queues;

public sealed class RequestQueueTests
{
    private static readonly TimeSpan _now = QueueKit.Ms(0);

    [Fact]
    public void Requests_of_one_group_that_wait_one_after_the_other_travel_together()
    {
        var queue = QueueKit.Queue("a");
        queue.Add(1, weight: 2, "search");
        queue.Add(2, weight: 2, "search");
        queue.Add(3, weight: 1, "other");
        queue.Add(4, weight: 1, "search");

        Assert.Equal([[1, 2], [3], [4]], Drain(queue).Select(Bodies));
    }

    [Fact]
    public void Only_as_many_travel_together_as_the_worker_has_room_for()
    {
        var queue = QueueKit.Queue("a");
        Enumerable.Range(1, 3).ToList().ForEach(body => queue.Add(body, weight: 4, "search"));

        Assert.Equal([[1, 2]], Drain(queue).Select(Bodies));
        Assert.Equal(new RouterLoad(Waiting: 4, InFlight: 8), queue.Load);
    }

    [Fact]
    public void The_next_requests_of_a_group_follow_to_the_worker_that_served_it()
    {
        var queue = QueueKit.Queue("a", "b", "c");
        string[] visited = [.. Enumerable.Range(0, 20).Select(body =>
        {
            queue.Add(body, weight: 1, "search");
            var sending = queue.TakeNext(_now)!;
            queue.ReturnAll(sending, WorkStatus.Done, _now);
            return sending.Worker.Key;
        })];

        Assert.Single(visited.Distinct());
    }

    [Fact]
    public void A_worker_that_was_full_for_a_moment_is_found_again_when_the_one_that_helped_out_is_gone()
    {
        var queue = QueueKit.Queue("a", "b", "c", "d");
        queue.Add(1, weight: 1, "search");
        var full = queue.TakeNext(_now)!;
        queue.ReturnAll(full, WorkStatus.Busy, _now);
        var helper = queue.TakeNext(_now)!;
        queue.ReturnAll(helper, WorkStatus.Done, _now);

        queue.UpdateWorkers(QueueKit.Workers(new[] { "a", "b", "c", "d" }.Except([helper.Worker.Key])));
        queue.Add(2, weight: 1, "search");

        Assert.NotEqual(full.Worker.Key, helper.Worker.Key);
        Assert.Equal(full.Worker.Key, queue.TakeNext(QueueKit.Ms(50))!.Worker.Key);
    }

    [Fact]
    public void Without_a_worker_everything_waits()
    {
        var queue = QueueKit.Queue();
        queue.Add(1, weight: 3, "search");

        Assert.Null(queue.TakeNext(_now));
        Assert.Equal((false, 1), (queue.HasWorkers, queue.Count));
        Assert.Equal(new RouterLoad(Waiting: 3, InFlight: 0), queue.Load);
    }

    [Fact]
    public void A_request_that_is_cancelled_while_it_waits_is_gone()
    {
        var queue = QueueKit.Queue("a");
        var first = queue.Add(1, weight: 3, "search");
        queue.Add(2, weight: 1, "search");

        queue.Cancel(first);
        queue.Cancel(first);

        Assert.Equal(new RouterLoad(Waiting: 1, InFlight: 0), queue.Load);
        Assert.Equal([[2]], Drain(queue).Select(Bodies));
    }

    [Fact]
    public void A_request_that_is_cancelled_at_a_worker_does_not_wait_again()
    {
        var queue = QueueKit.Queue("a");
        var request = queue.Add(1, weight: 3, "search");
        var sending = queue.TakeNext(_now)!;
        queue.Cancel(request);

        Assert.Equal([RequestFate.Dropped], queue.ReturnAll(sending, null, _now));
        Assert.Equal(new RouterLoad(0, 0), queue.Load);
    }

    [Fact]
    public void What_comes_back_unserved_goes_first_and_in_its_old_order()
    {
        var queue = QueueKit.Queue("a");
        Enumerable.Range(1, 3).ToList().ForEach(body => queue.Add(body, weight: 1, "search"));
        var sending = queue.TakeNext(_now)!;
        queue.Add(4, weight: 1, "search");

        var fates = queue.Return(sending, [WorkStatus.Busy, WorkStatus.Done, WorkStatus.Busy], _now);

        Assert.Equal([RequestFate.WaitsAgain, RequestFate.Answered, RequestFate.WaitsAgain], fates);
        Assert.Equal([[1, 3, 4]], Drain(queue, QueueKit.Ms(50)).Select(Bodies));
    }

    [Fact]
    public void A_worker_that_was_full_rests_and_the_queue_says_until_when()
    {
        var queue = QueueKit.Queue("a");
        queue.Add(1, weight: 1, "search");
        queue.ReturnAll(queue.TakeNext(_now)!, WorkStatus.Busy, _now);

        Assert.Null(queue.TakeNext(QueueKit.Ms(49)));
        Assert.Equal(QueueKit.Ms(50), queue.NextWake(QueueKit.Ms(49)));
        Assert.NotNull(queue.TakeNext(QueueKit.Ms(50)));
        Assert.Null(queue.NextWake(QueueKit.Ms(50)));
    }

    [Fact]
    public void A_request_on_which_workers_failed_as_often_as_they_may_is_given_up()
    {
        var queue = QueueKit.Queue("a");
        queue.Add(1, weight: 1, "search");
        var fates = Enumerable.Range(1, QueueKit.MaxAttempts).SelectMany(attempt =>
            queue.ReturnAll(queue.TakeNext(QueueKit.Ms(10_000 * attempt))!, WorkStatus.Failed, QueueKit.Ms(10_000 * attempt)));

        Assert.Equal([RequestFate.WaitsAgain, RequestFate.WaitsAgain, RequestFate.GivenUp], fates);
    }

    [Fact]
    public void What_is_at_a_worker_that_leaves_comes_back_and_goes_elsewhere()
    {
        var queue = QueueKit.Queue("a");
        queue.Add(1, weight: 1, "search");
        var sending = queue.TakeNext(_now)!;

        queue.UpdateWorkers(QueueKit.Workers("b"));
        queue.ReturnAll(sending, null, _now);

        Assert.Equal("b", queue.TakeNext(_now)!.Worker.Key);
    }

    [Fact]
    public void What_is_at_a_worker_that_left_is_still_in_flight_and_counts_when_it_comes_back()
    {
        var queue = QueueKit.Queue("a");
        queue.Add(1, weight: 6, "search");
        var sending = queue.TakeNext(_now)!;

        queue.UpdateWorkers([]);
        Assert.Equal(new RouterLoad(Waiting: 0, InFlight: 6), queue.Load);

        queue.UpdateWorkers(QueueKit.Workers("a"));
        queue.Add(2, weight: 6, "search");
        Assert.Null(queue.TakeNext(_now));

        queue.ReturnAll(sending, WorkStatus.Done, _now);
        Assert.NotNull(queue.TakeNext(_now));
    }

    [Fact]
    public void A_worker_is_not_blamed_for_a_request_that_is_given_up_which_may_be_at_fault_itself()
    {
        var queue = new RequestQueue<int>(
            new WorkerTable(QueueKit.Backoff, new AffinityTable(capacity: 1), new Random(1)), new RetryPolicy(MaxAttempts: 1), QueueKit.Late);
        queue.UpdateWorkers(QueueKit.Workers("a"));
        queue.Add(1, weight: 1, "search");
        queue.ReturnAll(queue.TakeNext(_now)!, WorkStatus.Failed, _now);

        queue.Add(2, weight: 1, "search");

        Assert.NotNull(queue.TakeNext(_now));
    }

    [Fact]
    public void A_worker_whose_call_was_called_off_does_not_rest()
    {
        var queue = QueueKit.Queue("a");
        var request = queue.Add(1, weight: 1, "search");
        var sending = queue.TakeNext(_now)!;
        queue.Cancel(request);
        queue.ReturnAll(sending, null, _now);

        queue.Add(2, weight: 1, "search");

        Assert.NotNull(queue.TakeNext(_now));
    }

    [Fact]
    public void A_sending_comes_back_once()
    {
        var queue = QueueKit.Queue("a");
        queue.Add(1, weight: 1, "search");
        var sending = queue.TakeNext(_now)!;
        queue.ReturnAll(sending, WorkStatus.Done, _now);

        Assert.Throws<InvalidOperationException>(() => queue.ReturnAll(sending, WorkStatus.Done, _now));
        Assert.Throws<ArgumentOutOfRangeException>(() => queue.Return(sending, [], _now));
    }

    private static IEnumerable<int> Bodies(Sending<int> sending) => sending.Requests.Select(request => request.Body);

    private static List<Sending<int>> Drain(RequestQueue<int> queue, TimeSpan now = default)
    {
        List<Sending<int>> sendings = [];
        while (queue.TakeNext(now) is { } sending)
        {
            sendings.Add(sending);
        }

        return sendings;
    }
}
