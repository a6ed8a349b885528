using Reckon.Search.Trees;

namespace Reckon.Search.Strategies;

/// <summary>A step that a chain of revisions has tried at a place.</summary>
/// <param name="Text">What it says; the proposer may say it again.</param>
/// <param name="Probability">How likely the proposer is to draw it there, in [0, 1].</param>
/// <param name="Score">The verifier's score of it; 0 where it was not judged.</param>
internal readonly record struct TriedStep(string Text, double Probability, double Score)
{
    /// <summary>The step of <paramref name="answer"/> at <paramref name="step"/>, counted from 0.</summary>
    public static TriedStep Of(Node answer, int step) => new(
        answer.Proposal.Steps[step].Text,
        Math.Exp(answer.Proposal.Steps[step].LogProbability),
        answer.Verdict?.Scores[step] ?? 0);
}
