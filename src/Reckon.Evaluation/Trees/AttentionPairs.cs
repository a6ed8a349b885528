namespace Reckon.Evaluation.Trees;

/// <summary>
/// The pairs of a token and a token that it attends to, itself included, that each model's attention covers. Counted nominally, as costs
/// are: the prompt once, and each step once after all that stands before it.
/// </summary>
/// <param name="Proposer">Those of the proposer, in its tokens.</param>
/// <param name="Verifier">Those of the verifier, in its own tokens; 0 where nothing is judged.</param>
public readonly record struct AttentionPairs(long Proposer, long Verifier)
{
    /// <summary>The pairs of both together.</summary>
    public static AttentionPairs operator +(AttentionPairs left, AttentionPairs right) => Add(left, right);

    /// <summary>The pairs of both together.</summary>
    public static AttentionPairs Add(AttentionPairs left, AttentionPairs right) =>
        new(left.Proposer + right.Proposer, left.Verifier + right.Verifier);
}
