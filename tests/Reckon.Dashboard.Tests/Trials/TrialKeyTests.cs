using Reckon.Dashboard.Trials;

namespace Reckon.Dashboard.Tests.Trials;

public sealed class TrialKeyTests
{
    [Theory, InlineData("beam n=16 width=4", 0), InlineData("best-of-n", 12), InlineData("a", -3)]
    public void A_key_gives_back_its_trial(string run, long seed) => Assert.Equal((run, seed), TrialKey.Read(TrialKey.Write(run, seed)));

    [Theory, InlineData(""), InlineData("beam"), InlineData(" beam"), InlineData("x beam")]
    public void What_is_no_key_names_no_trial(string key) => Assert.Null(TrialKey.Read(key));
}
