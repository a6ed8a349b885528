using Reckon.Inference.Engines;

namespace Reckon.Inference.Tests.Engines;

public sealed class IntakeTests
{
    [Fact]
    public void Admits_what_fits_and_anything_when_nothing_waits()
    {
        var intake = new Intake(limit: 3);

        Assert.True(intake.TryAdmit(5));
        Assert.False(intake.TryAdmit(1));
        intake.Release(4);
        Assert.True(intake.TryAdmit(2));
        Assert.False(intake.TryAdmit(1));
        Assert.Equal(3, intake.Waiting);
    }

    [Fact]
    public void Admits_no_crowd_for_being_too_large_to_count()
    {
        var intake = new Intake(limit: 3);
        intake.TryAdmit(1);

        Assert.False(intake.TryAdmit(int.MaxValue));
        Assert.Equal(1, intake.Waiting);
    }
}
