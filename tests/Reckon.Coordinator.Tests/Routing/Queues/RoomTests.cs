using Reckon.Contracts.Workers;
using Reckon.Coordinator.Routing.Queues;

namespace Reckon.Coordinator.Tests.Routing.Queues;

public sealed class RoomTests
{
    private static readonly TimeSpan _now = QueueKit.Ms(0);

    [Theory]
    [InlineData(64, 1_088, 128)]
    [InlineData(64, 80, 80)]
    [InlineData(1, 1_025, 65)]
    [InlineData(4, 4, 4)]
    public void A_worker_gets_a_batch_and_about_one_more_ahead(int rows, int mostOutstanding, int room) =>
        Assert.Equal(new WorkerEntry("a", rows, room), WorkerEntry.Of("a", Model(rows, mostOutstanding)));

    [Fact]
    public void A_search_stays_with_its_worker_only_while_that_has_rows_free()
    {
        var queue = Queue();
        queue.Add(1, weight: 40, "search");
        var first = queue.TakeNext(_now)!;
        queue.Add(2, weight: 24, "search");
        Assert.Equal(first.Worker, queue.TakeNext(_now)!.Worker);

        queue.Add(3, weight: 4, "search");

        Assert.NotEqual(first.Worker, queue.TakeNext(_now)!.Worker);
    }

    [Fact]
    public void When_no_worker_has_rows_free_a_search_queues_at_its_own()
    {
        var queue = Queue();
        string[] workers = [.. Enumerable.Range(0, 2).Select(i =>
        {
            queue.Add(i, weight: 64, $"search {i}");
            return queue.TakeNext(_now)!.Worker.Key;
        })];

        queue.Add(2, weight: 32, "search 1");
        queue.Add(3, weight: 16, "search 1");
        queue.Add(4, weight: 32, "search 0");

        Assert.Equal([workers[1], workers[0]], new[] { queue.TakeNext(_now)!, queue.TakeNext(_now)! }.Select(sending => sending.Worker.Key));
    }

    [Fact]
    public void A_round_larger_than_a_batch_is_spread_over_the_workers_that_have_rows_free()
    {
        var queue = Queue();
        Enumerable.Range(0, 32).ToList().ForEach(i => queue.Add(i, weight: 4, "search"));

        var sendings = new[] { queue.TakeNext(_now)!, queue.TakeNext(_now)! };

        Assert.Equal([64, 64], sendings.Select(sending => sending.Weight));
        Assert.Equal(2, sendings.Select(sending => sending.Worker.Key).Distinct().Count());
    }

    [Fact]
    public void A_new_worker_gets_the_next_request_that_the_old_one_has_no_rows_for()
    {
        var queue = Queue("old");
        Enumerable.Range(0, 64).ToList().ForEach(i => queue.Add(i, weight: 4, $"search {i % 4}"));
        while (queue.TakeNext(_now) is not null)
        {
            // The old one gets all that it may.
        }

        Assert.Equal(new RouterLoad(Waiting: 128, InFlight: 128), queue.Load);
        queue.UpdateWorkers([new WorkerEntry("old", 64, 128), new WorkerEntry("new", 64, 128)]);

        Assert.Equal("new", queue.TakeNext(_now)!.Worker.Key);
    }

    [Fact]
    public void What_other_routers_have_at_a_worker_takes_room_there_for_a_while()
    {
        var queue = Queue("a");
        queue.Hear("a", outstanding: 120, isDraining: false, _now);
        queue.Add(1, weight: 9, "search");

        Assert.Null(queue.TakeNext(_now));
        Assert.Equal(QueueKit.Ms(500), queue.NextWake(_now));
        Assert.NotNull(queue.TakeNext(QueueKit.Ms(500)));
    }

    [Fact]
    public void Own_requests_in_a_workers_figure_do_not_count_twice()
    {
        var queue = Queue("a");
        queue.Add(1, weight: 64, "search");
        queue.TakeNext(_now);
        queue.Hear("a", outstanding: 64, isDraining: false, _now);
        queue.Add(2, weight: 64, "search");

        Assert.NotNull(queue.TakeNext(_now));
    }

    [Fact]
    public void A_request_larger_than_any_room_goes_where_nothing_queues()
    {
        var queue = Queue("a");
        queue.Add(1, weight: 64, "search");
        queue.TakeNext(_now);
        queue.Add(2, weight: 500, "search");

        Assert.Equal(500, queue.TakeNext(_now)!.Weight);
    }

    private static RequestQueue<int> Queue(params string[] workers)
    {
        var queue = QueueKit.Queue();
        queue.UpdateWorkers([.. (workers.Length > 0 ? workers : ["a", "b"]).Select(key => new WorkerEntry(key, 64, 128))]);
        return queue;
    }

    private static ServedModel Model(int rows, int mostOutstanding) =>
        new("pool", rows, mostOutstanding, "model", "1", "f", ServedRole.Proposer, 1, 1, IsRepeatable: true);
}
