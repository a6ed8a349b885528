using Reckon.Cli.Progress;

namespace Reckon.Cli.Tests.Progress;

public sealed class LineScheduleTests
{
    private static readonly SweepProgress _written = Some.Progress(done: 10, total: 1000);

    [Fact]
    public void The_first_line_is_due_at_once() => Assert.True(LineSchedule.IsDue(null, _written, TimeSpan.Zero));

    [Theory]
    [InlineData(10, 0, 60, false)] // Nothing new, however long.
    [InlineData(11, 0, 4.9, false)] // A little new: now and then.
    [InlineData(11, 0, 5, true)]
    [InlineData(10, 99, 5, true)]
    [InlineData(20, 0, 0.9, false)] // A percent more: soon.
    [InlineData(20, 0, 1, true)]
    [InlineData(1000, 0, 0.9, false)]
    [InlineData(1000, 0, 1, true)]
    public void Later_lines_are_due_when_there_is_news(int done, long tokens, double seconds, bool isDue) =>
        Assert.Equal(isDue, LineSchedule.IsDue(_written, Some.Progress(done, 1000, tokens, seconds), TimeSpan.FromSeconds(seconds)));
}
