using Reckon.Contracts.Workers;
using Reckon.Coordinator.Routing.Queues;

namespace Reckon.Coordinator.Tests.Routing.Queues;

public sealed class FairnessTests
{
    private static readonly TimeSpan _now = QueueKit.Ms(0);

    [Fact]
    public void A_sweep_that_comes_late_does_not_wait_for_all_that_came_before()
    {
        var queue = QueueKit.Queue("a");
        Enumerable.Range(0, 6).ToList().ForEach(i => queue.Add(i, weight: 8, $"early {i}", owner: "early"));
        Enumerable.Range(10, 2).ToList().ForEach(i => queue.Add(i, weight: 8, $"late {i}", owner: "late"));

        Assert.Equal([0, 10, 1, 11, 2, 3, 4, 5], ServeAll(queue));
    }

    [Fact]
    public void A_sweep_of_twice_the_priority_gets_twice_as_much()
    {
        var queue = QueueKit.Queue("a");
        for (var i = 0; i < 60; i++)
        {
            queue.Add(1, new Demand(8, $"low {i}") { Owner = "low" });
            queue.Add(2, new Demand(8, $"high {i}") { Owner = "high", Priority = 2 });
        }

        Assert.InRange(ServeAll(queue).Take(60).Count(owner => owner == 2), 39, 41);
    }

    [Fact]
    public void A_sweep_that_was_idle_has_no_claim_to_the_time_before()
    {
        var queue = QueueKit.Queue("a");
        Enumerable.Range(0, 10).ToList().ForEach(i => queue.Add(1, weight: 8, $"{i}", owner: "busy"));
        queue.Add(2, weight: 8, "idle 0", owner: "idle");
        ServeAll(queue);
        for (var i = 0; i < 4; i++)
        {
            queue.Add(1, weight: 8, $"{i}", owner: "busy");
            queue.Add(2, weight: 8, $"idle {i}", owner: "idle");
        }

        Assert.InRange(ServeAll(queue).Take(4).Count(owner => owner == 2), 2, 3);
    }

    [Fact]
    public void What_finds_no_room_for_its_weight_lets_lighter_requests_pass()
    {
        var queue = QueueKit.Queue("a");
        queue.Add(0, weight: 6, "running");
        queue.TakeNext(_now);
        queue.Add(1, weight: 4, "heavy");
        queue.Add(2, weight: 2, "light");

        Assert.Equal(2, queue.TakeNext(_now)!.Requests.Single().Body);
        Assert.Null(queue.TakeNext(_now));
    }

    [Fact]
    public void What_was_passed_over_for_long_is_waited_for()
    {
        var queue = QueueKit.Queue("a");
        queue.Add(0, weight: 4, "running");
        var running = queue.TakeNext(_now)!;
        queue.Add(1, weight: 8, "heavy");
        for (var passed = 0; passed < LineLook<int>.MostPassedOver; passed += 4)
        {
            queue.Add(2, weight: 4, "light");
            queue.ReturnAll(queue.TakeNext(_now)!, WorkStatus.Done, _now);
        }

        queue.Add(3, weight: 4, "light");
        Assert.Null(queue.TakeNext(_now));

        queue.ReturnAll(running, WorkStatus.Done, _now);
        Assert.Equal(1, queue.TakeNext(_now)!.Requests.Single().Body);
    }

    private static List<int> ServeAll(RequestQueue<int> queue)
    {
        List<int> bodies = [];
        while (queue.TakeNext(_now) is { } sending)
        {
            bodies.AddRange(sending.Requests.Select(request => request.Body));
            queue.ReturnAll(sending, WorkStatus.Done, _now);
        }

        return bodies;
    }
}
