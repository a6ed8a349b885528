using Reckon.Cli.Hosting;
using Reckon.Testing;

namespace Reckon.System.Tests.Silos;

/// <summary>The sweep of every strategy, run once, undisturbed, on two workers that note what they do.</summary>
public sealed class EveryStrategyRun : IAsyncLifetime
{
    /// <summary>What the workers did.</summary>
    internal WorkLedger Ledger { get; } = new();

    /// <summary>What came of it.</summary>
    internal SweepBytes Results { get; private set; } = new([], []);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(SiloRoles.Coordinator);
        await cluster.AddSiloAsync(SiloRoles.Worker, SimulatedDevice.Counted(Ledger));
        await cluster.AddSiloAsync(SiloRoles.Worker, SimulatedDevice.Counted(Ledger));
        Results = await new SweepRun(cluster.Grains).FinishWithTreesAsync(EveryStrategy.Submission());
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
