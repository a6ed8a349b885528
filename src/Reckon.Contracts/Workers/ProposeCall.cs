using System.Collections.Immutable;
using Reckon.Search.Running;

namespace Reckon.Contracts.Workers;

/// <summary>Expansions for one proposer on one device.</summary>
/// <param name="Pool">The pool of the model.</param>
/// <param name="Requests">What to draw.</param>
[GenerateSerializer, Immutable, Alias("reckon.propose-call")]
public sealed record ProposeCall([property: Id(0)] string Pool, [property: Id(1)] ImmutableArray<ExpandRequest> Requests)
{
    /// <summary>
    /// The pool of the verifier that is to judge what was drawn, where the worker holds it and it is not full; null for none. Saves a call, and
    /// sending the continuations back.
    /// </summary>
    [Id(2)]
    public string? VerifierPool { get; init; }
}
