using Reckon.Coordinator.Routing;
using Reckon.Search.Running;

namespace Reckon.Coordinator.Tests.Routing;

public sealed class UsedBySweepTests
{
    [Fact]
    public void What_a_sweep_used_is_added_up_and_taken_once()
    {
        var used = new UsedBySweep();
        used.Add("mine", new DeviceUse(TimeSpan.FromSeconds(1), new ServerUsage(10, 4, 2) { Money = 0.5 }));
        used.Add("mine", new DeviceUse(TimeSpan.FromSeconds(2), new ServerUsage(20, 0, 3) { Money = 0.25 }));
        used.Add("other", new DeviceUse(TimeSpan.Zero, new ServerUsage(1, 1, 1)));

        Assert.Equal(new DeviceUse(TimeSpan.FromSeconds(3), new ServerUsage(30, 4, 5) { Money = 0.75 }), used.Take("mine"));
        Assert.Equal(default, used.Take("mine"));
        Assert.Equal(new ServerUsage(1, 1, 1), used.Take("other").Server);
    }
}
