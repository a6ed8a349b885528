using System.Globalization;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Cli.Progress;

/// <summary>A sweep's progress as text. Pure.</summary>
internal static class ProgressText
{
    /// <summary>Everything, on one line.</summary>
    public static string Line(SweepProgress progress, ProgressPace pace) =>
        string.Join("  ", [Trials(progress), .. Accuracy(progress), Speed(progress, pace), Time(progress, pace)]);

    /// <summary>Such as <c>120/1400 trials (8.6 %)</c>.</summary>
    public static string Trials(SweepProgress progress) =>
        Invariant($"{progress.TrialsDone}/{progress.TrialsTotal} trials ({Percent(progress.Share)})");

    /// <summary>Such as <c>majority 61.2 %</c>, for each rule; empty before the first trial is finished.</summary>
    public static IEnumerable<string> Accuracy(SweepProgress progress) => progress.TrialsDone == 0
        ? []
        : progress.Selections.Select(selection =>
            $"{SafeText.Terminal(selection.Rule)} {Percent((double)selection.Correct / progress.TrialsDone)}");

    /// <summary>Such as <c>1,234 tokens/s  4 workers, 12 waiting</c>.</summary>
    public static string Speed(SweepProgress progress, ProgressPace pace)
    {
        var tokens = pace.TokensPerSecond is { } rate ? Invariant($"{rate:N0} tokens/s") : "- tokens/s";
        var workers = progress.Workers switch
        {
            0 => "no worker yet",
            1 => "1 worker",
            var count => Invariant($"{count} workers"),
        };
        return progress.Waiting > 0 ? Invariant($"{tokens}  {workers}, {progress.Waiting} waiting") : $"{tokens}  {workers}";
    }

    /// <summary>Such as <c>2:13 elapsed, about 24:10 left</c>.</summary>
    public static string Time(SweepProgress progress, ProgressPace pace) => pace.TimeLeft switch
    {
        _ when progress.TrialsDone == progress.TrialsTotal => $"{Clock(progress.Elapsed)} elapsed",
        { } left => $"{Clock(progress.Elapsed)} elapsed, about {Clock(left)} left",
        null => $"{Clock(progress.Elapsed)} elapsed",
    };

    /// <summary>A bar of <paramref name="width"/> characters.</summary>
    public static string Bar(double share, int width)
    {
        var full = (int)(Math.Clamp(share, 0, 1) * width);
        return new string('█', full) + new string('░', width - full);
    }

    private static string Percent(double share) => Invariant($"{100 * share:0.0} %");

    private static string Clock(TimeSpan time) => time.TotalHours >= 1
        ? Invariant($"{(long)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}")
        : Invariant($"{time.Minutes}:{time.Seconds:00}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
