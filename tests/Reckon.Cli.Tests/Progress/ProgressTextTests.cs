using System.Globalization;
using Reckon.Cli.Progress;

namespace Reckon.Cli.Tests.Progress;

public sealed class ProgressTextTests
{
    [Fact]
    public void Says_how_far_how_good_how_fast_and_how_long()
    {
        var pace = new ProgressPace();
        pace.Add(Some.Progress(0, 1400));
        var progress = Some.Progress(120, 1400, tokens: 123_400, seconds: 100, workers: 4, waiting: 12);
        pace.Add(progress);

        Assert.Equal(
            "120/1400 trials (8.6 %)  majority 50.0 %  best 100.0 %  1,234 tokens/s  4 workers, 12 waiting  1:40 elapsed, about 17:46 left",
            ProgressText.Line(progress, pace));
    }

    [Fact]
    public void The_time_left_counts_what_this_process_did_by_what_it_cost()
    {
        // 280 of 600 trials were there before; in 10 s this process did 20 trials of n = 16, and 300 trials with 3,400 generations are left.
        var pace = new ProgressPace();
        pace.Add(Some.Progress(0, 600, work: new SweepWork(0, 0, 6_520)));
        pace.Add(Some.Progress(280, 600, seconds: 1, work: new SweepWork(2_800, 2_800, 6_520)));
        var progress = Some.Progress(300, 600, seconds: 10, work: new SweepWork(3_120, 2_800, 6_520));
        pace.Add(progress);

        Assert.Equal("0:10 elapsed, about 1:46 left", ProgressText.Time(progress, pace));
    }

    [Fact]
    public void Says_what_is_not_known_yet() => Assert.Equal(
        "0/1400 trials (0.0 %)  - tokens/s  no worker yet  0:00 elapsed",
        ProgressText.Line(Some.Progress(0, 1400, workers: 0), new ProgressPace()));

    [Fact]
    public void Speaks_of_no_time_left_at_the_end() =>
        Assert.EndsWith("1 worker  1:01:01 elapsed",
            ProgressText.Line(Some.Progress(10, 10, seconds: 3661, workers: 1), new ProgressPace()), StringComparison.Ordinal);

    [Fact]
    public void Does_not_depend_on_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Says_how_far_how_good_how_fast_and_how_long();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(0, "░░░░")]
    [InlineData(0.49, "█░░░")]
    [InlineData(0.5, "██░░")]
    [InlineData(1, "████")]
    [InlineData(1.5, "████")]
    public void Draws_a_bar(double share, string expected) => Assert.Equal(expected, ProgressText.Bar(share, 4));
}
