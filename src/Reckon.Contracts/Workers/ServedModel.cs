namespace Reckon.Contracts.Workers;

/// <summary>A model on a device.</summary>
/// <param name="Pool">The pool it belongs to: all workers with the same bytes serve the same pool.</param>
/// <param name="MaxOutstanding">
/// The most children (or continuations) that should be at the engine at once, running and queued; at least 1. An engine that is
/// full nevertheless answers Busy.
/// </param>
[GenerateSerializer, Immutable, Alias("reckon.served-model")]
public sealed record ServedModel([property: Id(0)] string Pool, [property: Id(1)] int MaxOutstanding);
