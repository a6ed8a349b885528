namespace Reckon.Contracts.Problems;

/// <summary>What a coordinator needs to know of a trial that has its outcome. The outcome itself is in the store, and nowhere else.</summary>
/// <param name="Trial">Its place among the trials of a problem, from 0.</param>
/// <param name="Tokens">Tokens, of proposer and verifier, that the trial was charged.</param>
/// <param name="Flops">Floating-point operations, of proposer and verifier, that the trial was charged.</param>
/// <param name="Correct">
/// For each way of choosing, in the spec's order, a bit that says whether its answer is right, the lowest first; at most
/// <see cref="MostSelections"/> ways.
/// </param>
[GenerateSerializer, Immutable, Alias("reckon.finished-trial")]
public readonly record struct FinishedTrial(
    [property: Id(0)] int Trial, [property: Id(1)] long Tokens, [property: Id(2)] double Flops, [property: Id(3)] ulong Correct)
{
    /// <summary>Money that the trial was charged; 0 where no price is known.</summary>
    [Id(4)]
    public double Money { get; init; }

    /// <summary>Ways of choosing that a trial may have.</summary>
    public const int MostSelections = 64;

    /// <summary>Whether the answer of the way of choosing at <paramref name="place"/> in the spec, from 0, is right.</summary>
    public bool IsCorrect(int place) => (Correct >> place & 1) != 0;
}
