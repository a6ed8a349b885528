using Reckon.Search;

namespace Reckon.Contracts;

/// <summary>A request to a search node.</summary>
/// <param name="Request">What is wanted.</param>
/// <param name="ProposerPool">The pool that serves the proposer.</param>
/// <param name="VerifierPool">The pool that serves the verifier.</param>
[GenerateSerializer, Immutable, Alias("reckon.expand-node")]
public sealed record ExpandNode(
    [property: Id(0)] ExpandRequest Request,
    [property: Id(1)] string ProposerPool,
    [property: Id(2)] string VerifierPool);
