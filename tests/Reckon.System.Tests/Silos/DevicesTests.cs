using Reckon.Cli.Hosting;
using Reckon.Contracts.Pools;
using Reckon.Contracts.Workers;
using Reckon.Testing;
using Reckon.Worker;

namespace Reckon.System.Tests.Silos;

public sealed class DevicesTests
{
    private const int Problems = 6;

    [Fact]
    public async Task Several_devices_of_one_process_are_workers_of_their_own()
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        DeviceEngines[] devices = [SimulatedDevice.Slow(), SimulatedDevice.Slow(), SimulatedDevice.Slow()];
        await cluster.AddSiloAsync(SiloRoles.Coordinator);
        await cluster.AddWorkersAsync(devices);
        var run = new SweepRun(cluster.Grains);

        var outcomes = await run.FinishAsync(SomeSweep.Submission(Problems));

        Assert.Equal(Problems * 3, outcomes.Length);
        Assert.All(devices, device => Assert.True(device.Reports("any").Sum(report => report.GeneratedTokens) > 0, "A device was idle."));
        var figures = await cluster.Grains.GetGrain<IPoolsGrain>(0).GetAsync();
        Assert.Equal([0, 1, 2], figures.Workers.Select(worker => WorkerKey.Parse(worker.Key).Device));
        Assert.Equal([SimulatedDevice.ProposerPool, SimulatedDevice.VerifierPool], figures.Pools.Select(pool => pool.Pool));
        Assert.All(figures.Pools, pool => Assert.Equal(3, pool.Workers));
    }

    [Fact]
    public async Task A_worker_may_hold_a_proposer_alone_or_a_verifier_alone()
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(SiloRoles.Coordinator);
        await cluster.AddSiloAsync(SiloRoles.Worker, SimulatedDevice.ProposerOnly());
        await cluster.AddSiloAsync(SiloRoles.Worker, SimulatedDevice.VerifierOnly());

        var outcomes = await new SweepRun(cluster.Grains).FinishAsync(SomeSweep.Submission(Problems));

        Assert.Equal(Problems * 3, outcomes.Length);
        var figures = await cluster.Grains.GetGrain<IPoolsGrain>(0).GetAsync();
        Assert.All(figures.Pools, pool => Assert.Equal(1, pool.Workers));
    }

    [Fact]
    public async Task A_worker_says_all_that_a_client_needs_to_know_of_its_models()
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(SiloRoles.Coordinator);
        await cluster.AddSiloAsync(SiloRoles.Worker, SimulatedDevice.Instant(rows: 16));
        await new SweepRun(cluster.Grains).UntilPoolAsync(pool => pool.Workers == 1);

        var worker = Assert.Single((await cluster.Grains.GetGrain<IPoolsGrain>(0).GetAsync()).Workers);

        var proposer = worker.Models.Single(model => model.Role == ServedRole.Proposer);
        Assert.Equal((SimulatedDevice.ProposerPool, 16, "simulated-proposer", true), (proposer.Pool, proposer.Rows, proposer.Name, proposer.IsRepeatable));
        Assert.Equal((1_000_000, 4_096), (proposer.Parameters, proposer.ContextTokens));
        Assert.StartsWith(proposer.Pool.Split('@')[1], proposer.Fingerprint, StringComparison.Ordinal);
        Assert.Equal(ServedRole.Verifier, worker.Models.Single(model => model.Pool == SimulatedDevice.VerifierPool).Role);
        Assert.NotEqual("unknown", worker.Program);
    }
}
