namespace Reckon.Evaluation.Reports;

/// <summary>Accuracy on the problems of one level.</summary>
/// <param name="Accuracy">Share of correct trials, in [0, 1].</param>
/// <param name="Trials">Trials on such problems, at least 1.</param>
public sealed record LevelAccuracy(double Accuracy, int Trials);
