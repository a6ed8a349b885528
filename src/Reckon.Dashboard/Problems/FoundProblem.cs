namespace Reckon.Dashboard.Problems;

/// <summary>A problem that a query finds.</summary>
/// <param name="Row">The problem.</param>
/// <param name="Share">The share of right trials among those that count, in [0, 1].</param>
/// <param name="Trials">Trials that count.</param>
/// <param name="Against">The share of the run with which it is compared; null where there is none.</param>
public readonly record struct FoundProblem(ProblemRow Row, double Share, int Trials, double? Against);
