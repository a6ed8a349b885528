using Reckon.Contracts.Workers;

namespace Reckon.Coordinator.Routing;

/// <summary>A worker's answer to one request, whatever the kind of work.</summary>
internal readonly record struct WorkAnswer<TReply>(WorkStatus Status, TReply? Reply, string? Error)
{
    /// <summary>The share of the device's time that it took.</summary>
    public TimeSpan DeviceTime { get; init; }
}
