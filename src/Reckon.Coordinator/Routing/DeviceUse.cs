using Reckon.Search.Running;

namespace Reckon.Coordinator.Routing;

/// <summary>What a request has used.</summary>
/// <param name="Time">The share of a device's time that it took.</param>
/// <param name="Server">What a server did for it, by its own count.</param>
internal readonly record struct DeviceUse(TimeSpan Time, ServerUsage Server)
{
    /// <summary>Both together.</summary>
    public static DeviceUse operator +(DeviceUse one, DeviceUse other) => new(one.Time + other.Time, one.Server + other.Server);
}
