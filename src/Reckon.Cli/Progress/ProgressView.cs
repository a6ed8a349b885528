using Reckon.Cli.Output;
using Spectre.Console;

namespace Reckon.Cli.Progress;

/// <summary>Shows a sweep's progress: redrawn in place on a terminal, line by line elsewhere.</summary>
internal sealed class ProgressView(Terminal terminal, TimeProvider time)
{
    /// <summary>
    /// Shows every update as it comes, until there are no more; the last one is always shown. Returns it, or null when
    /// there was none.
    /// </summary>
    public Task<SweepProgress?> ShowAsync(IAsyncEnumerable<SweepProgress> updates, CancellationToken cancellationToken) =>
        terminal.IsInteractive ? DrawAsync(updates, cancellationToken) : WriteLinesAsync(updates, cancellationToken);

    private async Task<SweepProgress?> WriteLinesAsync(IAsyncEnumerable<SweepProgress> updates, CancellationToken cancellationToken)
    {
        var pace = new ProgressPace();
        SweepProgress? written = null;
        SweepProgress? last = null;
        var writtenAt = time.GetTimestamp();
        await foreach (var update in updates.WithCancellation(cancellationToken))
        {
            last = update;
            pace.Add(update);
            if (LineSchedule.IsDue(written, update, time.GetElapsedTime(writtenAt)))
            {
                await terminal.Error.WriteLineAsync(ProgressText.Line(update, pace));
                (written, writtenAt) = (update, time.GetTimestamp());
            }
        }

        if (last is not null && written is not null && !last.IsLike(written))
        {
            await terminal.Error.WriteLineAsync(ProgressText.Line(last, pace));
        }

        return last;
    }

    private async Task<SweepProgress?> DrawAsync(IAsyncEnumerable<SweepProgress> updates, CancellationToken cancellationToken)
    {
        var pace = new ProgressPace();
        SweepProgress? last = null;
        await LiveConsole.On(terminal).Live(new Text("Starting.")).StartAsync(async live =>
        {
            await foreach (var update in updates.WithCancellation(cancellationToken))
            {
                last = update;
                pace.Add(update);
                live.UpdateTarget(ProgressPicture.Of(update, pace));
            }
        });
        return last;
    }
}
