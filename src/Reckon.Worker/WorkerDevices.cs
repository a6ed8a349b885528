using System.Collections.Immutable;
using System.Reflection;
using Reckon.Contracts.Workers;

namespace Reckon.Worker;

/// <summary>The devices of one process, by their numbers.</summary>
/// <param name="devices">At least one; owned from now on.</param>
public sealed class WorkerDevices(IReadOnlyList<DeviceEngines> devices) : IAsyncDisposable
{
    private static readonly string _program =
        typeof(WorkerDevices).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>All of them, the one with number 0 first.</summary>
    public IReadOnlyList<DeviceEngines> All { get; } =
        devices.Count > 0 ? devices : throw new ArgumentException("A worker needs at least one device.", nameof(devices));

    /// <summary>The device that <paramref name="key"/> names.</summary>
    /// <exception cref="ArgumentOutOfRangeException">This process has no device with that number.</exception>
    public DeviceEngines this[WorkerKey key] => key.Device < All.Count
        ? All[key.Device]
        : throw new ArgumentOutOfRangeException(nameof(key), key.Device, $"This process has the devices 0 to {All.Count - 1}.");

    /// <summary>What each of them serves, as workers of <paramref name="silo"/>.</summary>
    public ImmutableArray<WorkerDescription> Describe(SiloAddress silo) =>
    [
        .. All.Select((device, number) =>
            new WorkerDescription(new WorkerKey(silo, number).ToString(), device.Served, _program, device.IsDraining)),
    ];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var device in All)
        {
            await device.DisposeAsync();
        }
    }
}
