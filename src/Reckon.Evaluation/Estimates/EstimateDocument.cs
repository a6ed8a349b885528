namespace Reckon.Evaluation.Estimates;

/// <summary>An estimate as it is printed for programs.</summary>
/// <param name="Estimate">The estimate.</param>
/// <param name="Time">How long it takes; null where no rate is known.</param>
public sealed record EstimateDocument(SweepEstimate Estimate, TimeEstimate? Time);
