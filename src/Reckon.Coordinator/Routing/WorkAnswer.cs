using Reckon.Contracts.Workers;

namespace Reckon.Coordinator.Routing;

/// <summary>A worker's answer to one request, whatever the kind of work.</summary>
internal readonly record struct WorkAnswer<TReply>(WorkStatus Status, TReply? Reply, string? Error)
{
    /// <summary>What it used of the device, or of the server behind it.</summary>
    public DeviceUse Used { get; init; }
}
