using System.Collections.Immutable;
using System.Globalization;
using Reckon.Api.Sweeps;
using Reckon.Contracts.Sweeps;
using Reckon.Evaluation.Diagnostics;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Reckon.Cli.Client;

/// <summary>A sweep as a picture for a terminal: the figures of the dashboard. Pure; foreign text is made safe.</summary>
internal static class WatchPicture
{
    private const int MostEvents = 5;
    private const int BarWidth = 30;

    /// <summary>The picture of <paramref name="view"/>, with the last of <paramref name="events"/> below it.</summary>
    public static IRenderable Of(SweepView view, ImmutableArray<SweepEvent> events) => new Rows(
    [
        new Text(SafeText.Terminal($"{view.Id}  {PhaseOf(view)}"), new Style(decoration: Decoration.Bold)),
        new Text(Bar(view)),
        new Text(FiguresOf(view)),
        .. view.Waits.Select(reason => new Text(SafeText.Terminal($"nothing runs: {reason}"), new Style(Color.Yellow))),
        .. view.Runs.IsDefaultOrEmpty ? ImmutableArray<IRenderable>.Empty : [RunsOf(view)],
        .. events.TakeLast(MostEvents).Select(happened => new Text(SafeText.Terminal(TextOf(happened)), new Style(Color.Grey))),
    ]);

    /// <summary>A line that says what happened.</summary>
    public static string TextOf(SweepEvent happened) =>
        $"{happened.When:yyyy-MM-dd HH:mm:ss} {happened.Kind.ToString().ToLowerInvariant()} by {happened.Who}"
        + (happened.What.Length == 0 ? "" : $", {happened.What}")
        + (happened.Why.Length == 0 ? "" : $": {happened.Why}");

    /// <summary>Where the sweep is in its life.</summary>
    public static string PhaseOf(SweepView view) =>
        view.Phase == SweepPhase.Stopped ? "paused" : view.Phase.ToString().ToLowerInvariant();

    private static string Bar(SweepView view)
    {
        var filled = (int)Math.Round(BarWidth * Math.Clamp(view.Share, 0, 1));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"[{new string('#', filled)}{new string('.', BarWidth - filled)}] {ProgressOf(view)}");
    }

    /// <summary>How far it is, and how long it still takes.</summary>
    public static string ProgressOf(SweepView view) => string.Create(
        CultureInfo.InvariantCulture, $"{100 * view.Share:0.0} %, {view.Done:N0} of {view.Trials:N0} trials")
        + (view.Pace?.SecondsLeft is { } left ? $", about {TimeSpan.FromSeconds(Math.Round(left)):c} left" : "");

    /// <summary>What it does, and how fast.</summary>
    public static string FiguresOf(SweepView view) => string.Create(
        CultureInfo.InvariantCulture,
        $"{view.ProblemsRunning:N0} problems running, {view.Failed:N0} trials failed, {view.Tokens:N0} tokens")
        + (view.Pace is { } pace ? string.Create(CultureInfo.InvariantCulture, $", {pace.TokensPerSecond:N0} tokens/s") : "")
        + string.Create(CultureInfo.InvariantCulture, $", {view.DeviceSeconds / 3_600:0.00} device h");

    private static Table RunsOf(SweepView view)
    {
        ImmutableArray<string> selections = [.. view.Runs.Select(run => run.Selection).Distinct()];
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn(new Text("run")).PadLeft(0).PadRight(1).NoWrap());
        foreach (var selection in selections)
        {
            table.AddColumn(new TableColumn(new Text(SafeText.Terminal(selection))).RightAligned().PadLeft(1).PadRight(0).NoWrap());
        }

        foreach (var run in view.Runs.GroupBy(run => run.Run))
        {
            IRenderable[] cells =
            [
                new Text(SafeText.Terminal(run.Key)),
                .. selections.Select(selection => new Text(CellOf(run, selection))),
            ];
            table.AddRow(cells);
        }

        return table;
    }

    /// <summary>How one way of choosing does in a run: in %, with its interval.</summary>
    public static string CellOf(IEnumerable<RunView> run, string selection) =>
        run.FirstOrDefault(other => other.Selection == selection) is { } found
            ? string.Create(CultureInfo.InvariantCulture, $"{100 * found.Accuracy:0.0} [{100 * found.Low:0.0}, {100 * found.High:0.0}]")
            : "-";
}
