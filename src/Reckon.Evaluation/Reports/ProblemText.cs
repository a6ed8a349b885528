using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Sweeps;
using Reckon.Evaluation.Text;
using Reckon.Evaluation.Trees;

namespace Reckon.Evaluation.Reports;

/// <summary>Shows a problem and what each of its trials answered, for a terminal. Pure; foreign text is made safe.</summary>
public static class ProblemText
{
    /// <summary>The problem, its reference, and a line for each trial.</summary>
    /// <param name="trees">The problem's trees.</param>
    /// <param name="sweep">The sweep.</param>
    public static string Overview(ProblemTrees trees, SweepSpec sweep)
    {
        var text = new StringBuilder(Head(trees, sweep));
        PlainTable.Append(text, new TextTable(
            "Trials, and the answer that each rule chose",
            ["run", "seed", "solutions", .. sweep.Selectors.Select(SelectorName.Of)],
            [.. trees.Trials.Select(trial => (ImmutableArray<string>)
            [
                trial.Run, Number(trial.Seed), Number(trial.Candidates.Length),
                .. trial.Choices.Select((_, place) => Chosen(trees, trial, place)),
            ])]));
        return text.ToString();
    }

    /// <summary>The problem and its reference, and that scores are a control's where they are.</summary>
    internal static string Head(ProblemTrees trees, SweepSpec sweep)
    {
        var problem = trees.Problem;
        var place = (problem.Subject.Length > 0, problem.Level > 0) switch
        {
            (true, true) => $"  ({SafeText.Terminal(problem.Subject)}, level {Number(problem.Level)})",
            (true, false) => $"  ({SafeText.Terminal(problem.Subject)})",
            (false, true) => $"  (level {Number(problem.Level)})",
            _ => "",
        };
        return $"problem {SafeText.Terminal(problem.Id)}{place}\n"
            + string.Concat(problem.Question.Split('\n').Select(line => $"  {SafeText.Terminal(line)}\n"))
            + $"reference {SafeText.Terminal(problem.Reference)}\n"
            + (sweep.Control is { } control ? $"{ControlName.Of(control)}\n" : "");
    }

    /// <summary>How <paramref name="answer"/> counts, which was chosen in the way at <paramref name="place"/>.</summary>
    internal static string Counted(TrialTree trial, int place, TreeAnswer answer) => trial.Shares?[place] is > 0 and < 1 and var share
        ? string.Create(CultureInfo.InvariantCulture, $"tied, {share:0.00} right")
        : answer.IsCorrect ? "right" : "wrong";

    private static string Chosen(ProblemTrees trees, TrialTree trial, int place)
    {
        var choice = trial.Choices[place];
        if (choice < 0)
        {
            return "none";
        }

        var answer = trees.Answers[trial.Candidates[choice].Answer];
        return $"{SafeText.Terminal(answer.Text)} ({Counted(trial, place, answer)})";
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
