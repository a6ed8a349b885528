using Reckon.Search.Costs;

namespace Reckon.Evaluation.Reports;

/// <summary>The models, as a report names them.</summary>
/// <param name="Proposer">The model that writes.</param>
/// <param name="Verifier">The model that judges; null where nothing is judged.</param>
public sealed record ModelPairFacts(ModelFacts Proposer, ModelFacts? Verifier)
{
    /// <summary>How large they are.</summary>
    public ModelSizes Sizes => new(Proposer.Parameters, Verifier?.Parameters ?? 0);
}
