using Reckon.Search;

namespace Reckon.Contracts.Problems;

/// <summary>What a problem grain needs to know to run its trials.</summary>
/// <param name="SweepId">The sweep, whose coordinator gets the reports.</param>
/// <param name="Problem">The problem.</param>
/// <param name="SpecHash">The sweep's hash: outcomes of another spec are not taken for this one's.</param>
/// <param name="Spec">The sweep's spec as a JSON document.</param>
/// <param name="ProposerPool">The pool that serves the proposer.</param>
/// <param name="VerifierPool">The pool that serves the verifier.</param>
/// <param name="Answers">How answers are found and compared, as a JSON document.</param>
/// <param name="PromptOverheadTokens">Tokens that a prompt may have beside those of the question, at the most.</param>
[GenerateSerializer, Immutable, Alias("reckon.problem-assignment")]
public sealed record ProblemAssignment(
    [property: Id(0)] string SweepId,
    [property: Id(1)] Problem Problem,
    [property: Id(2)] string SpecHash,
    [property: Id(3)] string Spec,
    [property: Id(4)] string ProposerPool,
    [property: Id(5)] string VerifierPool,
    [property: Id(6)] string Answers,
    [property: Id(7)] int PromptOverheadTokens);
