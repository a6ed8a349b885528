using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Sweeps;
using Reckon.Evaluation.Text;
using Reckon.Evaluation.Trees;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;

namespace Reckon.Evaluation.Reports;

/// <summary>
/// Shows one trial for a terminal: its tree, its candidates, what each rule chose, and why each answer is right or wrong. Pure.
/// </summary>
public static class TrialText
{
    /// <summary>The trial, below its problem.</summary>
    /// <param name="trees">The problem's trees.</param>
    /// <param name="trial">One of them.</param>
    /// <param name="sweep">The sweep.</param>
    /// <param name="format">How answers are found and compared.</param>
    public static string Of(ProblemTrees trees, TrialTree trial, SweepSpec sweep, AnswerFormat format)
    {
        var text = new StringBuilder(ProblemText.Head(trees, sweep));
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n{trial.Run}, seed {trial.Seed}: {CamelCase.Of(trial.End)}, {trial.Rounds} rounds, "
            + $"{trial.Cost.Generations} generations, tokens: {trial.Cost.PromptTokens} prompt, "
            + $"{trial.Cost.GeneratedTokens} generated, {trial.Cost.VerifierTokens} verifier\n");
        text.Append("\ntree ('>' was kept after its round; r is the round, then the score, how it ended if it did, and its tokens):\n");
        TreeText.Append(text, trees, trial);
        PlainTable.Append(text, Candidates(trees, trial, sweep, format));
        PlainTable.Append(text, Choices(trees, trial, sweep));
        return text.ToString();
    }

    private static TextTable Candidates(ProblemTrees trees, TrialTree trial, SweepSpec sweep, AnswerFormat format) => new(
        "Candidates",
        ["candidate", "path", "group", .. ScoreNames(sweep), "answer", "found by", "verdict"],
        [.. trial.Candidates.Select((candidate, place) => CandidateRow(trees, trial, candidate, place, sweep, format))]);

    private static IEnumerable<string> ScoreNames(SweepSpec sweep) =>
        sweep.OtherAggregations is null ? ["score"] : sweep.Aggregations.Select(CamelCase.Of);

    private static ImmutableArray<string> CandidateRow(
        ProblemTrees trees, TrialTree trial, TreeCandidate candidate, int place, SweepSpec sweep, AnswerFormat format) =>
    [
        Number($"#{place + 1}"),
        TreeText.PathOf(trees, trial.Nodes[candidate.Node].Step),
        candidate.Group < 0 ? "-" : Number($"#{candidate.Group + 1}"),
        .. Enumerable.Range(0, sweep.Aggregations.Length).Select(aggregation => Number($"{trial.ScoreUnder(aggregation, place):0.000}")),
        candidate.Answer < 0 ? "-" : SafeText.Terminal(trees.Answers[candidate.Answer].Text),
        candidate.Rule < 0 ? "-" : SafeText.Terminal(trees.Rules[candidate.Rule]),
        SafeText.Terminal(VerdictText.Of(trees, candidate, format)),
    ];

    private static TextTable Choices(ProblemTrees trees, TrialTree trial, SweepSpec sweep) => new(
        "Choices",
        ["rule", "candidate", "answer", "counted"],
        [.. sweep.Selectors.Select((selector, place) => ChoiceRow(trees, trial, SelectorName.Of(selector), place))]);

    private static ImmutableArray<string> ChoiceRow(ProblemTrees trees, TrialTree trial, string rule, int place)
    {
        var choice = trial.Choices[place];
        if (choice < 0)
        {
            return [rule, "none", "-", "wrong: no solution gave an answer"];
        }

        var answer = trees.Answers[trial.Candidates[choice].Answer];
        return [rule, Number($"#{choice + 1}"), SafeText.Terminal(answer.Text), ProblemText.Counted(trial, place, answer)];
    }

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
