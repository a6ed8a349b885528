using Spectre.Console;
using Spectre.Console.Rendering;

namespace Reckon.Cli;

/// <summary>A sweep's progress as it is drawn on a terminal.</summary>
internal static class ProgressPicture
{
    private const int BarWidth = 40;

    private static readonly Style _bar = new(Color.Green);
    private static readonly Style _dim = new(Color.Grey);

    // Text and never markup: nothing in it can be taken for a style.
    public static IRenderable Of(SweepProgress progress, ProgressPace pace)
    {
        var first = new Columns(
            new Text(ProgressText.Bar(progress.Share, BarWidth), _bar),
            new Text(ProgressText.Trials(progress)),
            new Text(ProgressText.Time(progress, pace), _dim)) { Expand = false };
        IEnumerable<string> second = [.. ProgressText.Accuracy(progress), ProgressText.Speed(progress, pace)];
        return new Rows(first, new Text(string.Join("  ", second)));
    }
}
