namespace Reckon.Evaluation.Reports;

/// <summary>The two models, as a report names them.</summary>
/// <param name="Proposer">The model that writes.</param>
/// <param name="Verifier">The model that judges.</param>
public sealed record ModelPairFacts(ModelFacts Proposer, ModelFacts Verifier);
