using Reckon.Evaluation.Outcomes;
using Reckon.Grading;

namespace Reckon.Evaluation.Trees;

/// <summary>The trees of a problem with other answers and verdicts: what was drawn and judged stays as it is.</summary>
public sealed class RegradedTrees(ProblemTrees trees)
{
    private readonly AnswerTable _answers = new();
    private readonly List<TrialTree> _trials = [];

    /// <summary>Adds <paramref name="trial"/>, which is one of the trees', as it is graded now.</summary>
    public void Add(TrialTree trial, GradedTrial graded)
    {
        var candidates = trial.Candidates.Zip(_answers.Candidates(graded), (before, now) => now with { Node = before.Node });
        _trials.Add(trial.With(graded) with { Candidates = [.. candidates] });
    }

    /// <summary>All that was added.</summary>
    public ProblemTrees Build() => trees with
    {
        GradingVersion = GradingVersion.Current,
        Rules = _answers.Rules,
        Answers = _answers.Answers,
        Trials = [.. _trials],
    };
}
