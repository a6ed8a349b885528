using System.Collections.Immutable;
using Reckon.Api.Sweeps;
using Reckon.Contracts.Sweeps;
using Reckon.Evaluation.Diagnostics;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Reckon.Cli.Client;

/// <summary>
/// A sweep on a whole terminal: the figures of the dashboard, as many runs and events as there is room for. Pure; foreign text is made safe.
/// </summary>
internal static class WatchScreen
{
    private const int MostEvents = 8;
    private const int FewestEvents = 2;
    private const int Mark = 3; // Before a name, and behind it.
    private const int WidthOfCell = 21; // Such as "*  61.2 [ 55.1,  67.0]".
    private const string Leave = "Ctrl-C leaves; the sweep goes on.";

    private static readonly Style _plain = Style.Plain;
    private static readonly Style _bold = new(decoration: Decoration.Bold);
    private static readonly Style _dim = new(Color.Grey);
    private static readonly Style _bar = new(Color.Green);
    private static readonly Style _warning = new(Color.Yellow);

    /// <summary>The picture of <paramref name="view"/> and of what happened to it, at most <paramref name="height"/> lines of <paramref name="width"/>.</summary>
    public static IRenderable Of(SweepView view, ImmutableArray<SweepEvent> events, int width, int height)
    {
        List<(string Text, Style Style)> lines = [.. Head(view, width)];
        var left = height - lines.Count - 1; // The last line says how to leave.
        var happened = Math.Min(events.Length, Math.Clamp(left - 2 - RunsOf(view).Count(), Math.Min(FewestEvents, left), MostEvents));
        lines.AddRange(Runs(view, width, left - (happened > 0 ? happened + 1 : 0)));
        if (happened > 0)
        {
            lines.Add(("", _plain));
            lines.AddRange(events.TakeLast(happened).Select(one => (SafeText.Terminal(WatchPicture.TextOf(one)), _dim)));
        }

        return new Rows([.. lines.Take(Math.Max(0, height - 1)).Append((Leave, _dim)).Select(line => new Text(Cropped(line.Item1, width), line.Item2))]);
    }

    private static IEnumerable<(string, Style)> Head(SweepView view, int width)
    {
        yield return (SafeText.Terminal($"{view.Id}  {WatchPicture.PhaseOf(view)}"), _bold);
        yield return (Bar(view, Math.Min(width, 100)), _bar);
        yield return (WatchPicture.ProgressOf(view), _plain);
        yield return (WatchPicture.FiguresOf(view), _plain);
        foreach (var reason in view.Waits)
        {
            yield return (SafeText.Terminal($"nothing runs: {reason}"), _warning);
        }

        foreach (var failure in view.Failures.Take(1))
        {
            yield return (SafeText.Terminal($"failed: {failure.Problem}, trial {failure.Trial}: {failure.Reason}"), _warning);
        }
    }

    private static string Bar(SweepView view, int width)
    {
        var full = (int)(Math.Clamp(view.Share, 0, 1) * width);
        return new string('█', full) + new string('░', width - full);
    }

    private static IEnumerable<string> RunsOf(SweepView view) => view.Runs.IsDefaultOrEmpty ? [] : view.Runs.Select(run => run.Run).Distinct();

    // As many ways of choosing as fit, the last ones first: the last is the one that counts everywhere.
    private static IEnumerable<(string, Style)> Runs(SweepView view, int width, int height)
    {
        ImmutableArray<string> runs = [.. RunsOf(view)];
        if (runs.IsEmpty || height < 3)
        {
            yield break;
        }

        var names = Math.Min(runs.Max(run => run.Length) + Mark, Math.Max(0, width - WidthOfCell));
        string[] selections = [.. view.Runs.Select(run => run.Selection).Distinct().TakeLast(Math.Max(1, (width - names) / WidthOfCell))];
        var best = view.Runs.Where(run => run.Selection == selections[^1]).MaxBy(run => run.Accuracy)?.Run;
        yield return ("", _plain);
        yield return (Row("accuracy, %", names, selections.Select(selection => SafeText.Terminal(selection))), _dim);
        var shown = runs.Length <= height - 2 ? runs.Length : height - 3;
        foreach (var run in runs.Take(shown))
        {
            var cells = selections.Select(selection => WatchPicture.CellOf(view.Runs.Where(other => other.Run == run), selection));
            yield return (Row($"{(run == best ? "*" : " ")} {SafeText.Terminal(run)}", names, cells), run == best ? _bold : _plain);
        }

        if (shown < runs.Length)
        {
            yield return ($"  … and {runs.Length - shown} runs more", _dim);
        }
    }

    private static string Row(string name, int width, IEnumerable<string> cells) =>
        Cropped(name, width).PadRight(width) + string.Concat(cells.Select(cell => Cropped(cell, WidthOfCell - 1).PadLeft(WidthOfCell)));

    private static string Cropped(string text, int width) => text.Length <= width ? text : $"{text[..Math.Max(0, width - 1)]}…";
}
