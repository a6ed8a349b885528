namespace Reckon.Contracts.Workers;

/// <summary>A model on a device.</summary>
/// <param name="Pool">The pool it belongs to: all workers with the same bytes serve the same pool.</param>
/// <param name="Capacity">Children (or continuations) that the engine holds at once, running and queued; at least 1.</param>
[GenerateSerializer, Immutable, Alias("reckon.served-model")]
public sealed record ServedModel([property: Id(0)] string Pool, [property: Id(1)] int Capacity);
