using Spectre.Console;
using Spectre.Console.Rendering;

namespace Reckon.Cli.Progress;

/// <summary>A sweep's progress as it is drawn on a terminal.</summary>
internal static class ProgressPicture
{
    private const int BarWidth = 40;

    private static readonly Style _bar = new(Color.Green);
    private static readonly Style _dim = new(Color.Grey);

    // Text and never markup: nothing in it can be read as a style. Each row fits into 80 columns.
    public static IRenderable Of(SweepProgress progress, ProgressPace pace) => new Rows(
    [
        new Paragraph().Append(ProgressText.Bar(progress.Share, BarWidth), _bar).Append($"  {ProgressText.Trials(progress)}"),
        .. progress.TrialsDone == 0 ? Enumerable.Empty<IRenderable>() : [new Text(string.Join("  ", ProgressText.Accuracy(progress)))],
        new Text($"{ProgressText.Speed(progress, pace)}  {ProgressText.Time(progress, pace)}", _dim),
    ]);
}
