using Reckon.Contracts.Pools;
using Reckon.Contracts.Workers;
using Reckon.Coordinator.Pools;

namespace Reckon.Coordinator.Tests.Pools;

public sealed class PoolTotalsTests
{
    [Fact]
    public void Adds_up_what_routers_hold_and_what_workers_do()
    {
        RouterFigures[] routers =
        [
            new([new RouterReport("p", 3, 4)], [Worker("w1", 10), Worker("w2", 30)], []),
            new([new RouterReport("p", 5, 6), new RouterReport("other", 50, 60)], [Worker("w1", 10), Worker("w2", 30)], []),
        ];

        var status = new PoolTotals(routers, [Report("w1", 5, 100), Report("w2", 5, 100)], Active("w1", "w2")).Of("p");

        Assert.Equal((2, 8, 10, 0.25, 0), (status.Workers, status.Waiting, status.InFlight, status.Saturation, status.Silent));
        Assert.Equal((40, 10, 200L), (status.Workload.Rows, status.Workload.RowsInUse, status.Workload.GeneratedTokens));
    }

    [Fact]
    public void A_worker_that_has_left_no_longer_counts_but_what_it_did_does()
    {
        RouterFigures[] routers = [new([], [Worker("w1", 10)], [Report("w1", 5, 70), Report("gone", 5, 30)])];

        var status = new PoolTotals(routers, [Report("w1", 4, 80)], Active("w1")).Of("p");

        Assert.Equal((1, 4, 110L), (status.Workers, status.Workload.RowsInUse, status.Workload.GeneratedTokens));
    }

    [Fact]
    public void What_two_coordinators_know_of_one_worker_counts_once_and_the_later_is_believed()
    {
        RouterFigures[] routers = [new([], [], [Report("gone", 0, 30)]), new([], [], [Report("gone", 0, 50)])];

        Assert.Equal(50, new PoolTotals(routers, [], Active()).Of("p").Workload.GeneratedTokens);
    }

    [Fact]
    public void A_member_that_does_not_answer_counts_with_what_was_last_known_of_it()
    {
        RouterFigures[] routers = [new([], [Worker("w1", 10), Worker("w2", 10)], [Report("w1", 7, 30)])];

        var status = new PoolTotals(routers, [Report("w2", 1, 5) with { IsDraining = true }], Active("w1", "w2")).Of("p");

        Assert.Equal((2, 1, 1), (status.Workers, status.Silent, status.Draining));
        Assert.Equal((8, 35L), (status.Workload.RowsInUse, status.Workload.GeneratedTokens));
    }

    [Fact]
    public void Every_pool_is_listed_that_anyone_serves_served_or_asked_for()
    {
        RouterFigures[] routers = [new([new RouterReport("asked", 1, 0)], [Worker("w1", 10)], [Report("gone", 0, 1) with { Pool = "served" }])];

        Assert.Equal(["asked", "p", "served"], new PoolTotals(routers, [], Active("w1")).Pools.Select(pool => pool.Pool));
    }

    private static HashSet<string> Active(params string[] workers) => [.. workers];

    private static WorkerDescription Worker(string key, int rows) => new(
        key, [new ServedModel("p", rows, rows, "model", "1", "f", ServedRole.Proposer, 1, 1, IsRepeatable: true)], "1.0", IsDraining: false);

    private static WorkerReport Report(string key, int rowsInUse, long tokens) =>
        new(key, 10, rowsInUse, 0, tokens, 0, 0, TimeSpan.Zero, TimeSpan.Zero) { Pool = "p" };
}
