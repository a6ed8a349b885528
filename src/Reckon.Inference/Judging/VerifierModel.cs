using Reckon.Inference.Engines;
using Reckon.Inference.Slots;
using Reckon.Inference.Tokens;

namespace Reckon.Inference.Judging;

/// <summary>A verifier's parts, ready to run.</summary>
/// <param name="Card">What it is.</param>
/// <param name="Model">Owned by the engine that is made from it.</param>
/// <param name="Prompt">How a problem is put to it.</param>
/// <param name="Steps">How steps are put to it.</param>
public sealed record VerifierModel(ModelCard Card, IVerifierModel Model, IPromptEncoder Prompt, IStepEncoder Steps);
