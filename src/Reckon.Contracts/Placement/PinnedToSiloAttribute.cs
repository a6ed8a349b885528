using Orleans.Placement;
using Reckon.Contracts.Workers;

namespace Reckon.Contracts.Placement;

/// <summary>Marks a grain class whose keys are <see cref="WorkerKey"/>s.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PinnedToSiloAttribute() : PlacementAttribute(new PinnedToSilo());
