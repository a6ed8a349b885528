using Reckon.Cli.Hosting;
using Reckon.Contracts.Sweeps;
using Reckon.Testing;
using Reckon.Worker;

namespace Reckon.System.Tests.Silos;

public sealed class DeviceSecondsTests
{
    [Fact]
    public async Task A_sweep_knows_what_it_used_of_devices_in_its_coordinators_next_life_too()
    {
        using var folder = new TempFolder();
        SweepStatus first;
        await using (var cluster = TestCluster.On(folder))
        {
            DeviceEngines[] devices = [SimulatedDevice.Slow(), SimulatedDevice.Slow()];
            await cluster.AddSiloAsync(SiloRoles.Coordinator);
            await cluster.AddSiloAsync(SiloRoles.Coordinator);
            await cluster.AddWorkersAsync(devices);
            var run = new SweepRun(cluster.Grains);
            await run.FinishAsync(SomeSweep.Submission(problems: 6));
            first = await run.StatusAsync();
            var ran = devices.SelectMany(device => device.Reports("any")).Sum(report => report.ModelTime.TotalSeconds);

            Assert.InRange(first.DeviceSeconds, double.Epsilon, ran + 1e-3); // Reports are rounded to 100 ns.
        }

        await using var second = TestCluster.On(folder, "second");
        await second.AddSiloAsync(SiloRoles.Coordinator);

        Assert.Equal(first.DeviceSeconds, (await new SweepRun(second.Grains).StatusAsync()).DeviceSeconds);
    }
}
