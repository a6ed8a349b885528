using System.Collections.Immutable;

namespace Reckon.Contracts.Problems;

/// <summary>A trial that has its outcome.</summary>
/// <param name="Trial">Its place among the trials of a problem, from 0.</param>
/// <param name="Outcome">The outcome as a JSON document of one line. Nothing between problem and results has to read it.</param>
/// <param name="Tokens">Tokens, of proposer and verifier, that the trial was charged.</param>
/// <param name="Correct">For each way of choosing, in the spec's order, whether its answer is right.</param>
/// <param name="Flops">Floating-point operations, of proposer and verifier, that the trial was charged.</param>
[GenerateSerializer, Immutable, Alias("reckon.finished-trial")]
public sealed record FinishedTrial(
    [property: Id(0)] int Trial,
    [property: Id(1)] string Outcome,
    [property: Id(2)] long Tokens,
    [property: Id(3)] ImmutableArray<bool> Correct,
    [property: Id(4)] double Flops = 0);
