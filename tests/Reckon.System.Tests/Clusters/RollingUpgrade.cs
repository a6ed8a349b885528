using Reckon.Cli.Output;
using Reckon.Testing;

namespace Reckon.System.Tests.Clusters;

/// <summary>Replaces every process of a cluster, one at a time, workers first, as people upgrade one.</summary>
internal static class RollingUpgrade
{
    /// <summary>By processes that are started in the way <paramref name="how"/>.</summary>
    public static async Task RunAsync(ClusterOfProcesses cluster, ReckonLaunch how)
    {
        ClusterMember[] workers = [.. cluster.Workers.Where(worker => !worker.HasExited)];
        ClusterMember[] coordinators = [.. cluster.Coordinators.Where(coordinator => !coordinator.HasExited)];
        foreach (var worker in workers)
        {
            await cluster.AddWorker(how).ReadyAsync();
            await EndAsync(worker);
        }

        foreach (var coordinator in coordinators)
        {
            await cluster.AddCoordinator(how).ReadyAsync();
            await EndAsync(coordinator);
        }

        var api = cluster.Api;
        await cluster.MoveApiAsync(how);
        await EndAsync(api);
    }

    private static async Task EndAsync(ClusterMember member)
    {
        member.Send(ProcessSignal.Terminate);
        Assert.Equal((member.Name, ExitCode.Success), (member.Name, await member.ExitAsync()));
    }
}
