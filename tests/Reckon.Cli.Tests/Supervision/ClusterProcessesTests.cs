using Reckon.Cli.Configuration;
using Reckon.Cli.Supervision;

namespace Reckon.Cli.Tests.Supervision;

public sealed class ClusterProcessesTests
{
    [Fact]
    public void A_coordinator_alone_has_a_heap_that_is_not_kept_small()
    {
        var processes = ClusterProcesses.Of("localhost:1", "one", workers: 2, new ReckonOptions(), configuration: null);

        Assert.Equal(["coordinator", "api", "worker-1", "worker-2"], processes.Select(process => process.Name));
        Assert.Equal("0", processes[0].Variables["DOTNET_GCDynamicAdaptationMode"]);
        Assert.All(processes[1..], process => Assert.Empty(process.Variables));
    }
}
