using Reckon.Search;

namespace Reckon.Evaluation.Trees;

/// <summary>A step that some trial of a problem drew; trials that share it refer to the same one.</summary>
/// <param name="Seed">The seed of the trials that drew it.</param>
/// <param name="Parent">The number of the step before it; −1 where it is the first of its path.</param>
/// <param name="Child">Its index among the children of its prefix: see <see cref="Search.Drawing.ChildIndex"/>.</param>
/// <param name="Text">What the proposer wrote.</param>
/// <param name="Tokens">Its tokens, as the proposer counts them.</param>
/// <param name="LogProbability">Sum of the natural log-probabilities of its tokens; at most 0.</param>
/// <param name="Ending">Why it stopped.</param>
/// <param name="Score">The verifier's score of the prefix that ends here, in [0, 1]; null where it was not judged.</param>
/// <param name="VerifierTokens">Tokens that the verifier read for it, as it counts them; 0 where it was not judged.</param>
public sealed record TreeStep(
    long Seed, int Parent, int Child, string Text, int Tokens, double LogProbability, Ending Ending, double? Score, int VerifierTokens);
