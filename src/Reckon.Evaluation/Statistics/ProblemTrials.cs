namespace Reckon.Evaluation.Statistics;

/// <summary>The trials of one problem: they are not independent, and are resampled together.</summary>
/// <param name="Correct">Correct trials, from 0 to <paramref name="Trials"/>; a trial may count in part.</param>
/// <param name="Trials">Trials, at least 1.</param>
public readonly record struct ProblemTrials(double Correct, int Trials);
