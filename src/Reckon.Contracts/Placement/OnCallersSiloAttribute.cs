using Orleans.Placement;

namespace Reckon.Contracts.Placement;

/// <summary>Marks a grain class whose activations live where they are called.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnCallersSiloAttribute() : PlacementAttribute(new OnCallersSilo());
