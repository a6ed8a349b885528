namespace Reckon.Evaluation.Estimates;

/// <summary>How long the texts of a sweep are for one model, in its tokens, as means over the problems.</summary>
/// <param name="Prompt">The prompt.</param>
/// <param name="Answer">A whole answer, as it is expected.</param>
/// <param name="Longest">The longest answer that the sampling and the proposer's context allow.</param>
public sealed record ModelLengths(double Prompt, double Answer, double Longest);
