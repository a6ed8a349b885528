using Reckon.Dashboard.Pages;
using Reckon.Dashboard.Sources;

namespace Reckon.Dashboard.Tests.Pages;

public sealed class ActFormTests
{
    [Theory]
    [InlineData(SweepAct.Pause, "too warm", null, null, null)]
    [InlineData(SweepAct.Pause, "  ", null, null, "Give a reason")]
    [InlineData(SweepAct.Retune, "urgent", "12", "3", null)]
    [InlineData(SweepAct.Retune, "urgent", "", "3", null)]
    [InlineData(SweepAct.Retune, "urgent", "0", "", null)]
    [InlineData(SweepAct.Retune, "urgent", "", "", "Give a number of problems")]
    [InlineData(SweepAct.Retune, "urgent", "-1", "", "The problems at once")]
    [InlineData(SweepAct.Retune, "urgent", "100001", "", "The problems at once")]
    [InlineData(SweepAct.Retune, "urgent", "", "1001", "The priority")]
    [InlineData(SweepAct.Retune, "urgent", "", "a", "The priority")]
    [InlineData(SweepAct.Retune, "", "1", "", "Give a reason")]
    public void A_form_is_checked_before_anything_is_ordered(SweepAct act, string why, string? window, string? priority, string? fault)
    {
        var form = Form(act, why, window, priority);
        Assert.StartsWith(fault ?? "", form.Fault ?? "", StringComparison.Ordinal);
        Assert.Equal(fault is null, form.Fault is null);
    }

    [Fact]
    public void What_is_left_empty_stays_as_it_is()
    {
        Assert.Equal(new SweepRequest(SweepAct.Retune, "urgent") { Priority = 3 }, Form(SweepAct.Retune, " urgent ", "", "3").Request);
        Assert.Equal(new SweepRequest(SweepAct.Cancel, "over"), Form(SweepAct.Cancel, "over", "5", "5").Request);
    }

    private static ActForm Form(SweepAct act, string why, string? window, string? priority) =>
        new(act, name => name switch { "why" => why, "window" => window, "priority" => priority, _ => null });
}
