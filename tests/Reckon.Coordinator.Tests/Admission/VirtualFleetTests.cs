namespace Reckon.Coordinator.Tests.Admission;

public sealed class VirtualFleetTests
{
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);

    [Theory, InlineData(1), InlineData(64)]
    public void The_first_trial_is_done_within_three_times_its_own_duration_and_the_rows_are_full_from_the_fifth_second_on(int workers)
    {
        var fleet = new VirtualFleet(workers);
        fleet.Begin();

        fleet.Pass(5 * _second);
        var busy = fleet.Pass(15 * _second);

        Assert.True(fleet.FirstDone <= 3 * VirtualFleet.Alone, $"The first was done after {fleet.FirstDone}, alone it takes {VirtualFleet.Alone}.");
        Assert.True(busy >= 0.95, $"{busy:p1} of the rows ran.");
    }

    [Fact]
    public void What_is_outstanding_follows_workers_that_come_and_go()
    {
        var fleet = new VirtualFleet(workers: 4);
        fleet.Begin();
        fleet.Pass(30 * _second);
        Assert.InRange(fleet.Outstanding, 2 * 4 * VirtualFleet.Rows, 3.3 * 4 * VirtualFleet.Rows);

        fleet.SetWorkers(16);
        fleet.Pass(30 * _second);
        Assert.InRange(fleet.Outstanding, 2 * 16 * VirtualFleet.Rows, 3.3 * 16 * VirtualFleet.Rows);

        fleet.SetWorkers(2);
        fleet.Pass(120 * _second);
        Assert.InRange(fleet.Outstanding, 2 * 2 * VirtualFleet.Rows, 3.3 * 2 * VirtualFleet.Rows);
    }
}
