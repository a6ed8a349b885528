namespace Reckon.Inference;

/// <summary>A token that was drawn.</summary>
/// <param name="Token">Its id.</param>
/// <param name="LogProbability">Natural log of its probability at the sampling temperature; at most 0, and 0 for a greedy choice.</param>
public readonly record struct TokenDraw(int Token, double LogProbability);
