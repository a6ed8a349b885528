using System.Text.Json.Nodes;
using Reckon.Cli.Output;
using Reckon.Contracts.Versions;
using Reckon.Testing;

namespace Reckon.System.Tests.Clusters;

[Collection(ClusterCollection.Name)]
public sealed class MembershipTests(DisturbedSweep sweep)
{
    [Fact]
    public Task A_worker_that_the_cluster_has_forgotten_ends_and_joins_again_when_it_is_started_again() => sweep.RunAsync(async cluster =>
    {
        var forgotten = cluster.Workers[0];
        var row = (await cluster.Store.MembersAsync()).Keys.Single(name => name.Contains(forgotten.Place, StringComparison.Ordinal));
        await cluster.Store.DeleteMemberAsync(row);

        Assert.Equal(ExitCode.Forgotten, await forgotten.ExitAsync());
        Assert.Contains("has forgotten this process", forgotten.Log, StringComparison.Ordinal);
        await cluster.ReviveAsync();
    });

    [Fact]
    public async Task A_build_that_cannot_talk_with_those_in_the_cluster_is_refused_and_told_by_the_doctor()
    {
        await using var cluster = await ClusterOfProcesses.StartAsync(workers: 0);
        var (name, row) = (await cluster.Store.MembersAsync()).Single(row => row.Key != "Version");
        var newer = new MemberName("coordinator", "10.0.0.9:11111", new ContractVersion(99, 98), "9.9.9");
        var entry = JsonNode.Parse(row)!;
        entry["SiloName"] = $"{newer}";
        await cluster.Store.WriteMemberAsync(name, $"{entry}");

        var late = cluster.AddWorker();
        using var doctor = await ReckonProcess.RunAsync("doctor", "--redis", cluster.Redis.Address, "--cluster", "faults");

        Assert.Equal(ExitCode.Usage, await late.ExitAsync());
        Assert.Contains("coordinator 10.0.0.9:11111 (build 9.9.9)", late.Log, StringComparison.Ordinal);
        Assert.Contains("too old for the cluster", late.Log, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Internal, doctor.ExitCode);
        Assert.Contains("too old for the cluster", doctor.Output, StringComparison.Ordinal);
    }
}
