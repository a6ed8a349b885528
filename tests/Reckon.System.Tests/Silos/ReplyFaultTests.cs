using Microsoft.Extensions.DependencyInjection;
using Reckon.Cli.Hosting;
using Reckon.Contracts.Sweeps;
using Reckon.Search.Costs;
using Reckon.Testing;

namespace Reckon.System.Tests.Silos;

public sealed class ReplyFaultTests
{
    private const int Problems = 24;

    // Its budget cuts some trials short, so that a grant or a charge that is counted twice would show.
    private static readonly SweepSubmission _submission = SomeSweep.Submission(Problems, SomeSweep.Spec(new Budget(Tokens: 1_500)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Calls_and_replies_that_are_lost_late_or_repeated_change_no_outcome_and_no_tree(int seed)
    {
        var faults = new ReplyFaults(seed);

        var undisturbed = await RunAsync(_ => { });
        var disturbed = await RunAsync(silo => silo.Services.AddSingleton<IOutgoingGrainCallFilter>(faults));

        Assert.Equal(undisturbed.Outcomes, disturbed.Outcomes);
        Assert.Equal(undisturbed.Trees, disturbed.Trees);
        Assert.Equal(
            ["call lost", "call repeated", "reply late", "reply lost"],
            faults.Done.Keys.Select(done => done.Fault).Distinct().Order(StringComparer.Ordinal));

        // Nodes of models that repeat their bits are no grains, and a worker that holds both models is not asked to judge by itself.
        Assert.InRange(faults.Done.Keys.Select(done => done.Call).Distinct().Count(), 6, 8);
    }

    private static async Task<SweepBytes> RunAsync(Action<ISiloBuilder> more)
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(SiloRoles.Coordinator, more: more);
        await cluster.AddSiloAsync(SiloRoles.Worker, more: more);
        await cluster.AddSiloAsync(SiloRoles.Worker, more: more);
        return await new SweepRun(cluster.Grains).FinishWithTreesAsync(_submission);
    }
}
