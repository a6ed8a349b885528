using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Text;
using Reckon.Evaluation.Trees;
using Reckon.Search.Selecting;

namespace Reckon.Evaluation.Reports;

/// <summary>Shows a problem and what each of its trials answered, for a terminal. Pure; foreign text is made safe.</summary>
public static class ProblemText
{
    /// <summary>The problem, its reference, and a line for each trial.</summary>
    /// <param name="trees">The problem's trees.</param>
    /// <param name="rules">The selection rules of the sweep, in its order.</param>
    public static string Overview(ProblemTrees trees, IReadOnlyList<SelectionRule> rules)
    {
        var text = new StringBuilder(Head(trees));
        PlainTable.Append(text, new TextTable(
            "Trials, and the answer that each rule chose",
            ["run", "seed", "solutions", .. rules.Select(CamelCase.Of)],
            [.. trees.Trials.Select(trial => (ImmutableArray<string>)
                [trial.Run, Number(trial.Seed), Number(trial.Candidates.Length),
                    .. trial.Choices.Select(choice => Chosen(trees, trial, choice))])]));
        return text.ToString();
    }

    /// <summary>The problem and its reference.</summary>
    internal static string Head(ProblemTrees trees)
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
            + $"reference {SafeText.Terminal(problem.Reference)}\n";
    }

    private static string Chosen(ProblemTrees trees, TrialTree trial, int choice)
    {
        if (choice < 0)
        {
            return "none";
        }

        var answer = trees.Answers[trial.Candidates[choice].Answer];
        return $"{SafeText.Terminal(answer.Text)} ({(answer.IsCorrect ? "right" : "wrong")})";
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
