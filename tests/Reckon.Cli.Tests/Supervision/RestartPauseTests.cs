using Reckon.Cli.Supervision;

namespace Reckon.Cli.Tests.Supervision;

public sealed class RestartPauseTests
{
    [Theory, InlineData(1, 1), InlineData(2, 2), InlineData(3, 4), InlineData(6, 32), InlineData(60, 32)]
    public void A_process_that_ends_again_and_again_waits_longer(int ends, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RestartPause.After(ends));

    [Theory, InlineData(4, 59, 5), InlineData(4, 60, 1)]
    public void A_process_that_ran_for_a_minute_starts_anew(int before, int seconds, int ends) =>
        Assert.Equal(ends, RestartPause.Count(before, TimeSpan.FromSeconds(seconds)));
}
