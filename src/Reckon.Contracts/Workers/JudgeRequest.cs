using System.Collections.Immutable;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.Contracts.Workers;

/// <summary>Continuations of one prefix, to be judged.</summary>
/// <param name="Prefix">What they continue.</param>
/// <param name="Continuations">None of them truncated.</param>
[GenerateSerializer, Immutable, Alias("reckon.judge-request")]
public sealed record JudgeRequest([property: Id(0)] Prefix Prefix, [property: Id(1)] ImmutableArray<Proposal> Continuations);
