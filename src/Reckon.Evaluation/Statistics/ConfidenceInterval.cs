namespace Reckon.Evaluation.Statistics;

/// <summary>An interval of accuracies, in [0, 1].</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end, at least <paramref name="Low"/>.</param>
public readonly record struct ConfidenceInterval(double Low, double High);
