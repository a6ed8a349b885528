using System.Globalization;
using Reckon.Testing;

namespace Reckon.System.Tests.Clusters;

[Collection(ClusterCollection.Name)]
public sealed class ClockFaultTests(DisturbedSweep sweep)
{
    private const int TimestampLength = 23; // As the log has it.

    [Fact]
    public async Task Clocks_that_are_hours_apart_evict_nobody_keep_nobody_out_and_cost_nothing()
    {
        using var clock = ShiftedClock.Create();
        var (late, early) = (clock.By(TimeSpan.FromHours(-2)), clock.By(TimeSpan.FromHours(3)));
        var setup = new ClusterSetup
        {
            Coordinators = 2,
            Workers = 1,
            PlaceOf = name => (name switch { "coordinator-1" => late, "worker-2" => early, _ => ReckonLaunch.Usual }, []),
        };
        await sweep.RunAsync(
            setup.WithSlow("worker-1"),
            async cluster =>
            {
                await cluster.AddWorker().ReadyAsync(); // To which all the others seem to have been silent for hours.
                await cluster.Workers[0].KillAsync();
            },
            check: cluster =>
            {
                Assert.Equal([cluster.Workers[0]], cluster.Members.Where(member => member.HasExited));
                Assert.InRange((DateTime.UtcNow - FirstTime(cluster.Coordinators[0].Log)).TotalHours, 1.5, 2.5); // The clock was wrong.
                return Task.CompletedTask;
            });
    }

    private static DateTime FirstTime(string log) => log.Split('\n')
        .Where(line => line.Length > TimestampLength)
        .Select(line => DateTime.TryParse(line[..TimestampLength], CultureInfo.InvariantCulture, out var time) ? time.ToUniversalTime() : default)
        .First(time => time != default);
}
