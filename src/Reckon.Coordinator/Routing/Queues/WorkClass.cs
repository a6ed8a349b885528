using System.Numerics;

namespace Reckon.Coordinator.Routing.Queues;

/// <summary>Work that takes about as long: of one kind, and of a weight within a factor of two.</summary>
internal readonly record struct WorkClass
{
    /// <param name="kind">The requests' kind.</param>
    /// <param name="weight">Children, at least 1.</param>
    public WorkClass(int kind, int weight) => (Kind, Magnitude) = (kind, BitOperations.Log2((uint)weight));

    /// <summary>The requests' kind.</summary>
    public int Kind { get; }

    /// <summary>The power of two at or below the weight.</summary>
    public int Magnitude { get; }
}
