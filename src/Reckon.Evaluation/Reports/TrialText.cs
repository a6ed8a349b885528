using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Text;
using Reckon.Evaluation.Trees;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;
using Reckon.Search.Selecting;

namespace Reckon.Evaluation.Reports;

/// <summary>
/// Shows one trial for a terminal: its tree, its candidates, what each rule chose, and why each answer is right or wrong. Pure.
/// </summary>
public static class TrialText
{
    /// <summary>The trial, below its problem.</summary>
    /// <param name="trees">The problem's trees.</param>
    /// <param name="trial">One of them.</param>
    /// <param name="rules">The selection rules of the sweep, in its order.</param>
    /// <param name="format">How answers are found and compared.</param>
    public static string Of(ProblemTrees trees, TrialTree trial, IReadOnlyList<SelectionRule> rules, AnswerFormat format)
    {
        var text = new StringBuilder(ProblemText.Head(trees));
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n{trial.Run}, seed {trial.Seed}: {CamelCase.Of(trial.End)}, {trial.Rounds} rounds, "
            + $"{trial.Cost.Generations} generations, tokens: {trial.Cost.PromptTokens} prompt, "
            + $"{trial.Cost.GeneratedTokens} generated, {trial.Cost.VerifierTokens} verifier\n");
        text.Append("\ntree ('>' was kept after its round; r is the round, then the score, how it ended if it did, and its tokens):\n");
        TreeText.Append(text, trees, trial);
        PlainTable.Append(text, Candidates(trees, trial, format));
        PlainTable.Append(text, Choices(trees, trial, rules));
        return text.ToString();
    }

    private static TextTable Candidates(ProblemTrees trees, TrialTree trial, AnswerFormat format) => new(
        "Candidates",
        ["candidate", "path", "group", "score", "answer", "found by", "verdict"],
        [.. trial.Candidates.Select((candidate, place) => CandidateRow(trees, trial, candidate, place, format))]);

    private static ImmutableArray<string> CandidateRow(
        ProblemTrees trees, TrialTree trial, TreeCandidate candidate, int place, AnswerFormat format) =>
    [
        Number($"#{place + 1}"),
        TreeText.PathOf(trees, trial.Nodes[candidate.Node].Step),
        candidate.Group < 0 ? "-" : Number($"#{candidate.Group + 1}"),
        Number($"{candidate.Score:0.000}"),
        candidate.Answer < 0 ? "-" : SafeText.Terminal(trees.Answers[candidate.Answer].Text),
        candidate.Rule < 0 ? "-" : SafeText.Terminal(trees.Rules[candidate.Rule]),
        Why(trees, candidate, format),
    ];

    private static string Why(ProblemTrees trees, TreeCandidate candidate, AnswerFormat format)
    {
        if (candidate.Answer < 0)
        {
            return $"no answer: none of the rules found one ({SafeText.Terminal(string.Join(", ", format.Extraction.Names))})";
        }

        var why = Why(trees.Answers[candidate.Answer], format);
        return candidate.Group < 0 ? $"{why}; takes no part: at most n solutions vote" : why;
    }

    private static TextTable Choices(ProblemTrees trees, TrialTree trial, IReadOnlyList<SelectionRule> rules) => new(
        "Choices",
        ["rule", "candidate", "answer", "counted"],
        [.. rules.Zip(trial.Choices, (rule, choice) => ChoiceRow(trees, trial, rule, choice))]);

    private static ImmutableArray<string> ChoiceRow(ProblemTrees trees, TrialTree trial, SelectionRule rule, int choice)
    {
        if (choice < 0)
        {
            return [CamelCase.Of(rule), "none", "-", "wrong: no solution gave an answer"];
        }

        var answer = trees.Answers[trial.Candidates[choice].Answer];
        return [CamelCase.Of(rule), Number($"#{choice + 1}"), SafeText.Terminal(answer.Text), answer.IsCorrect ? "right" : "wrong"];
    }

    private static string Why(TreeAnswer answer, AnswerFormat format) => answer.Status switch
    {
        GradeStatus.Graded when answer.IsCorrect => "right: equals the reference",
        GradeStatus.Graded => "wrong: differs from the reference",
        GradeStatus.Unparsable => $"wrong: cannot be read as {CamelCase.Of(format.Kind)}",
        GradeStatus.Undecided => "wrong: could not decide whether it equals the reference",
        _ => "wrong: no answer",
    };

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
