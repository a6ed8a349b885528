using Reckon.Contracts.Sweeps;
using Reckon.Coordinator.Sweeps;

namespace Reckon.Coordinator.Tests.Sweeps;

public sealed class TuningTextTests
{
    private static readonly SweepEntry _entry = new("id", "name", "hash", SweepPhase.Running, DateTimeOffset.UnixEpoch);

    [Fact]
    public void Says_what_was_before_and_what_is_now() =>
        Assert.Equal("priority 0 to 3; window none to 8", TuningText.Of(_entry, _entry with { Priority = 3, Window = 8 }));

    [Fact]
    public void Says_nothing_of_what_stays() => Assert.Equal("window 8 to none", TuningText.Of(_entry with { Window = 8 }, _entry));

    [Fact]
    public void Says_that_nothing_changes() => Assert.Null(TuningText.Of(_entry, _entry));
}
