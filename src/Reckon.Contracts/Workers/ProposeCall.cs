using System.Collections.Immutable;
using Reckon.Search.Running;

namespace Reckon.Contracts.Workers;

/// <summary>Expansions for one proposer on one device.</summary>
/// <param name="Pool">The pool of the model.</param>
/// <param name="Requests">What to draw.</param>
[GenerateSerializer, Immutable, Alias("reckon.propose-call")]
public sealed record ProposeCall([property: Id(0)] string Pool, [property: Id(1)] ImmutableArray<ExpandRequest> Requests);
