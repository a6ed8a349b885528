using System.Collections.Immutable;
using Reckon.Evaluation.Outcomes;
using Reckon.Grading;
using Reckon.Grading.Grades;

namespace Reckon.Evaluation.Trees;

/// <summary>Numbers the answers of a problem's trials, each once, and the rules that found them.</summary>
internal sealed class AnswerTable
{
    private readonly List<TreeAnswer> _answers = [];
    private readonly List<string> _rules = [];
    private readonly Dictionary<string, int> _answerNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _ruleNumbers = new(StringComparer.Ordinal);

    public ImmutableArray<TreeAnswer> Answers => [.. _answers];

    public ImmutableArray<string> Rules => [.. _rules];

    /// <summary>The solutions of a trial as candidates, in order; their nodes are left open.</summary>
    public IEnumerable<TreeCandidate> Candidates(GradedTrial trial)
    {
        var firsts = new Dictionary<string, int>(StringComparer.Ordinal); // The first candidate of each group.
        foreach (var (place, solution) in trial.Solutions.Index())
        {
            var group = solution.Group is { } key ? FirstOf(firsts, key, place) : -1;
            yield return new TreeCandidate(-1, NumberOf(solution.Answer, solution.Grade), RuleOf(solution.Answer), group, solution.Score);
        }
    }

    private static int FirstOf(Dictionary<string, int> firsts, string key, int place)
    {
        firsts.TryAdd(key, place);
        return firsts[key];
    }

    private int NumberOf(ExtractedAnswer answer, Grade grade)
    {
        if (answer.Text is not { } text)
        {
            return -1;
        }

        if (_answerNumbers.TryAdd(text, _answers.Count))
        {
            _answers.Add(new TreeAnswer(text, grade.IsCorrect, grade.Status));
        }

        return _answerNumbers[text];
    }

    private int RuleOf(ExtractedAnswer answer)
    {
        if (answer.Rule is not { } rule)
        {
            return -1;
        }

        if (_ruleNumbers.TryAdd(rule, _rules.Count))
        {
            _rules.Add(rule);
        }

        return _ruleNumbers[rule];
    }
}
