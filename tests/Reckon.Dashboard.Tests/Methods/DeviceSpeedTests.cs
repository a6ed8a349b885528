using Reckon.Contracts.Sweeps;
using Reckon.Dashboard.Methods;
using Reckon.Dashboard.Sources;
using Reckon.Evaluation.Reports;

namespace Reckon.Dashboard.Tests.Methods;

public sealed class DeviceSpeedTests
{
    [Fact]
    public void A_trial_takes_what_its_tokens_take_at_the_mean_speed()
    {
        var timing = new Timing(100, 1_000, 0, 4_000, 10, ProposerSeconds: 50, VerifierSeconds: 20, 2, 1, IsRepeatable: true);
        Assert.Equal((10 * 0.05) + (30 * 0.005), DeviceSpeed.Of(timing)!.SecondsOf(new MeanCost(1, 20, 30, 0, GeneratedTokens: 10)), 1e-12);
    }

    [Fact]
    public void Where_only_the_time_of_all_devices_is_known_all_tokens_count_alike()
    {
        var state = new SweepState("a", "a", SweepPhase.Running) { Tokens = 1_000, DeviceSeconds = 10 };
        Assert.Equal(0.5, DeviceSpeed.Of(state)!.SecondsOf(new MeanCost(1, 20, 30, 0, PromptTokens: 10, GeneratedTokens: 10)), 1e-12);
    }

    [Fact]
    public void Where_nothing_was_drawn_there_is_no_speed()
    {
        Assert.Null(DeviceSpeed.Of((Timing?)null));
        Assert.Null(DeviceSpeed.Of(new SweepState("a", "a", SweepPhase.Running) { Tokens = 5 }));
        Assert.Null(DeviceSpeed.Of(new Timing(100, 0, 0, 0, 0, 0, 0, 2, 1, IsRepeatable: true)));
    }
}
