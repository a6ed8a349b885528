using Reckon.Contracts.Pools;
using Reckon.Coordinator.Pools;

namespace Reckon.Coordinator.Tests.Pools;

public sealed class PoolTotalsTests
{
    private static readonly DateTimeOffset _start = DateTimeOffset.UnixEpoch;
    private readonly PoolTotals _totals = new(TimeSpan.FromSeconds(4));

    [Fact]
    public void Adds_routers_and_workers_up()
    {
        _totals.Add(new RouterReport("silo 1", Waiting: 3, InFlight: 4), _start);
        _totals.Add(new RouterReport("silo 2", Waiting: 5, InFlight: 6), _start);
        _totals.Add(Worker("w1", rows: 10, rowsInUse: 5), _start);
        _totals.Add(Worker("w2", rows: 30, rowsInUse: 5), _start);

        var status = _totals.At(_start);

        Assert.Equal((2, 8, 10, 0.25), (status.Workers, status.Waiting, status.InFlight, status.Saturation));
        Assert.Equal(200, status.Workload.GeneratedTokens);
    }

    [Fact]
    public void A_new_report_replaces_the_old_one_of_its_sender()
    {
        _totals.Add(new RouterReport("silo", Waiting: 3, InFlight: 4), _start);
        _totals.Add(new RouterReport("silo", Waiting: 1, InFlight: 0), _start);

        Assert.Equal(1, _totals.At(_start).Waiting);
    }

    [Fact]
    public void Who_has_not_reported_for_long_no_longer_counts_but_its_work_does()
    {
        _totals.Add(new RouterReport("silo", Waiting: 3, InFlight: 4), _start);
        _totals.Add(Worker("w", rows: 10, rowsInUse: 5), _start);

        var status = _totals.At(_start + TimeSpan.FromSeconds(5));

        Assert.Equal((0, 0, 0.0), (status.Workers, status.Waiting, status.Saturation));
        Assert.Equal(100, status.Workload.GeneratedTokens);
    }

    private static WorkerReport Worker(string key, int rows, int rowsInUse) =>
        new(key, rows, rowsInUse, 0, 100, 0, 0, TimeSpan.Zero, TimeSpan.Zero);
}
