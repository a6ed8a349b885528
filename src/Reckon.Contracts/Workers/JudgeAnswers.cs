using System.Collections.Immutable;

namespace Reckon.Contracts.Workers;

/// <summary>A worker's answer to a call to judge.</summary>
/// <param name="Answers">One for each request, in order.</param>
/// <param name="Report">The worker's figures after that, for the pool of the call: several routers share a worker.</param>
[GenerateSerializer, Immutable, Alias("reckon.judge-answers")]
public sealed record JudgeAnswers([property: Id(0)] ImmutableArray<JudgeAnswer> Answers, [property: Id(1)] WorkerReport? Report);
