using Orleans.Placement;

namespace Reckon.Contracts;

/// <summary>Marks a grain class whose keys are <see cref="WorkerKey"/>s.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PinnedToSiloAttribute() : PlacementAttribute(new PinnedToSilo());
