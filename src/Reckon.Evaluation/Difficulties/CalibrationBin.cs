namespace Reckon.Evaluation.Difficulties;

/// <summary>Answers whose scores are near each other.</summary>
/// <param name="Answers">How many.</param>
/// <param name="MeanScore">Their mean score, in [0, 1].</param>
/// <param name="Right">The share of them that is right.</param>
public sealed record CalibrationBin(int Answers, double MeanScore, double Right);
