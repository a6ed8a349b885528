using Reckon.Search.Running;

namespace Reckon.Contracts.Terms;

/// <summary>What is the same for every trial of a sweep. It does not depend on the machine that sent it.</summary>
/// <param name="SpecHash">
/// SHA-256 of the spec's meaning, of the dataset and of the models; sweeps with equal hashes draw and judge the same.
/// </param>
/// <param name="Spec">The spec as a JSON document.</param>
/// <param name="ProposerPool">The pool that serves the proposer.</param>
/// <param name="VerifierPool">The pool that serves the verifier; null where nothing is judged.</param>
/// <param name="Answers">How answers are found and compared, as the dataset says, as a JSON document.</param>
/// <param name="Price">The most that the models can cost.</param>
/// <param name="KeepsTrees">Whether the trees of finished trials are kept, so that they can be read afterwards.</param>
[GenerateSerializer, Immutable, Alias("reckon.sweep-terms")]
public sealed record SweepTerms(
    [property: Id(0)] string SpecHash,
    [property: Id(1)] string Spec,
    [property: Id(2)] string ProposerPool,
    [property: Id(3)] string? VerifierPool,
    [property: Id(4)] string Answers,
    [property: Id(5)] SearchPrice Price,
    [property: Id(6)] bool KeepsTrees = true)
{
    /// <summary>
    /// Hashes, separated by spaces, of the sweeps that this one adds to: what they finished is taken over, and only the rest is run.
    /// Empty for a sweep that adds to none.
    /// </summary>
    [Id(7)]
    public string Amends { get; init; } = "";

    /// <summary>Whether it adds to the sweep with the hash <paramref name="specHash"/>.</summary>
    public bool AddsTo(string specHash) => Amends.Split(' ').Contains(specHash, StringComparer.Ordinal);
}
