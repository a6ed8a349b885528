using Microsoft.Extensions.Time.Testing;
using Reckon.Cli.Output;
using Reckon.Cli.Progress;

namespace Reckon.Cli.Tests.Progress;

public sealed class ProgressViewTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task Writes_lines_no_faster_than_each_second_and_the_last_one_always()
    {
        // Ten updates a second for three seconds, each two percent.
        var last = await ShowAsync(new Terminal(_output, _error), Updates(30, done => done * 2));

        Assert.Equal(["0/100", "20/100", "40/100", "58/100"], Lines().Select(line => line.Split(' ')[0]));
        Assert.Equal(58, last?.TrialsDone);
    }

    [Fact]
    public async Task Writes_a_line_every_five_seconds_when_little_changes_and_none_when_nothing_does()
    {
        await ShowAsync(new Terminal(_output, _error), Updates(200, update => update < 100 ? 0 : 1, total: 1000));

        Assert.Equal(["0/1000", "1/1000"], Lines().Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public async Task Sends_no_escape_to_what_is_no_terminal()
    {
        await ShowAsync(new Terminal(_output, _error), Updates(30, done => done));

        Assert.DoesNotContain('\u001b', _error.ToString());
        Assert.Empty(_output.ToString());
    }

    [Fact]
    public async Task Redraws_in_place_and_in_colour_on_a_terminal()
    {
        var last = await ShowAsync(new Terminal(_output, _error, IsInteractive: true, HasColor: true), Updates(3, done => done * 10));

        Assert.Equal(20, last?.TrialsDone);
        Assert.Contains("20/100 trials (20.0 %)", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("\u001b[32m", _error.ToString(), StringComparison.Ordinal); // Green.
    }

    [Fact]
    public async Task Redraws_without_colour_where_none_is_wanted()
    {
        await ShowAsync(new Terminal(_output, _error, IsInteractive: true, HasColor: false), Updates(3, done => done * 10));

        Assert.Contains('\u001b', _error.ToString());
        Assert.DoesNotContain("\u001b[32m", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_nothing_when_nothing_happens() =>
        Assert.Null(await ShowAsync(new Terminal(_output, _error), Updates(0, done => done)));

    private Task<SweepProgress?> ShowAsync(Terminal terminal, IAsyncEnumerable<SweepProgress> updates) =>
        new ProgressView(terminal, _time).ShowAsync(updates, TestContext.Current.CancellationToken);

    private string[] Lines() => _error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private async IAsyncEnumerable<SweepProgress> Updates(int count, Func<int, int> done, int total = 100)
    {
        for (var update = 0; update < count; update++)
        {
            yield return Some.Progress(done(update), total, seconds: update / 10.0);
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }
    }
}
