namespace Reckon.Evaluation.Reports;

/// <summary>A mean over problems, rounded to six decimals.</summary>
/// <param name="Mean">The mean, in [0, 1].</param>
/// <param name="Low">Lower end of its 95 % confidence interval, clustered by problem.</param>
/// <param name="High">Upper end.</param>
public sealed record MeanEstimate(double Mean, double Low, double High);
