using System.Collections.Immutable;
using Reckon.Search;

namespace Reckon.Contracts.Sweeps;

/// <summary>A sweep, ready to run: what it means depends on nothing on the machine that sent it.</summary>
/// <param name="SpecHash">SHA-256 of the spec's meaning, of the data set and of the models; equal hashes mean equal results.</param>
/// <param name="Spec">The spec as a JSON document.</param>
/// <param name="ProposerPool">The pool that serves the proposer.</param>
/// <param name="VerifierPool">The pool that serves the verifier.</param>
/// <param name="Answers">How answers are found and compared, as the data set says, as a JSON document.</param>
/// <param name="PromptOverheadTokens">Tokens that a prompt may have beside those of the question, at the most, for either model.</param>
/// <param name="Problems">The problems, in the data set's order.</param>
[GenerateSerializer, Immutable, Alias("reckon.sweep-submission")]
public sealed record SweepSubmission(
    [property: Id(0)] string SpecHash,
    [property: Id(1)] string Spec,
    [property: Id(2)] string ProposerPool,
    [property: Id(3)] string VerifierPool,
    [property: Id(4)] string Answers,
    [property: Id(5)] int PromptOverheadTokens,
    [property: Id(6)] ImmutableArray<Problem> Problems);
