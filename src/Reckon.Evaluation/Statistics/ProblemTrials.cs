namespace Reckon.Evaluation.Statistics;

/// <summary>The trials of one problem: they are not independent, and are resampled together.</summary>
/// <param name="Correct">Correct trials, at most <paramref name="Trials"/>.</param>
/// <param name="Trials">Trials, at least 1.</param>
public readonly record struct ProblemTrials(int Correct, int Trials);
