namespace Reckon.Dashboard.Sources;

/// <summary>The strategy that is right most often.</summary>
/// <param name="Run">Its label.</param>
/// <param name="Accuracy">Share of correct trials, in [0, 1].</param>
/// <param name="Low">Lower end of the 95 % confidence interval.</param>
/// <param name="High">Upper end.</param>
public sealed record BestRun(string Run, double Accuracy, double Low, double High);
