using Microsoft.Extensions.DependencyInjection;
using Reckon.Cli.Hosting;
using Reckon.Testing;

namespace Reckon.System.Tests.Silos;

public sealed class GrainDirectoryTests
{
    private const int Problems = 12;

    [Fact]
    public async Task No_silo_is_ever_asked_where_a_grain_is()
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        var calls = new DirectoryCalls();
        await AddAsync(SiloRoles.Coordinator);
        await AddAsync(SiloRoles.Worker);
        await AddAsync(SiloRoles.Coordinator);
        await AddAsync(SiloRoles.Worker);
        await AddAsync(SiloRoles.Worker);

        var outcomes = await new SweepRun(cluster.Grains).FinishAsync(SomeSweep.Submission(Problems));

        Assert.Equal(Problems * 3, outcomes.Length);
        Assert.Empty(calls.GrainTypes);

        Task AddAsync(SiloRoles roles) =>
            cluster.AddSiloAsync(roles, more: silo => silo.Services.AddSingleton<IIncomingGrainCallFilter>(calls));
    }
}
