using Reckon.Inference.Engines;

namespace Reckon.Inference.Tests.Engines;

public sealed class AdmissionLimitTests
{
    [Fact]
    public void Admits_what_fits_and_anything_when_nothing_waits()
    {
        var limit = new AdmissionLimit(maxWaiting: 3);

        Assert.True(limit.TryAdmit(5));
        Assert.False(limit.TryAdmit(1));
        limit.Release(4);
        Assert.True(limit.TryAdmit(2));
        Assert.False(limit.TryAdmit(1));
        Assert.Equal(3, limit.Waiting);
    }

    [Fact]
    public void Admits_no_crowd_for_being_too_large_to_count()
    {
        var limit = new AdmissionLimit(maxWaiting: 3);
        limit.TryAdmit(1);

        Assert.False(limit.TryAdmit(int.MaxValue));
        Assert.Equal(1, limit.Waiting);
    }
}
