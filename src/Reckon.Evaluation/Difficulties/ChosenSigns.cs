namespace Reckon.Evaluation.Difficulties;

/// <summary>
/// What the chosen solutions of a run look like: short ones and ones that repeat themselves are signs that a search found what its verifier
/// likes.
/// </summary>
/// <param name="Run">The run.</param>
/// <param name="Place">The way of choosing, by its place in the sweep.</param>
/// <param name="Trials">Trials in which a solution was chosen.</param>
/// <param name="Score">Mean score, in [0, 1], by the sweep's first aggregation.</param>
/// <param name="Steps">Mean number of steps.</param>
/// <param name="Tokens">Mean number of tokens.</param>
/// <param name="Repeated">Share of steps whose text an earlier step of the same solution has.</param>
public sealed record ChosenSigns(string Run, int Place, int Trials, double Score, double Steps, double Tokens, double Repeated);
