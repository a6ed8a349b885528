namespace Reckon.Inference.Engines;

/// <summary>An engine's access to its device.</summary>
/// <param name="device">Null when it has a device, or a core, of its own.</param>
/// <param name="need">See <see cref="SharedDevice.Join"/>.</param>
internal sealed class DeviceSeat(SharedDevice? device, Func<double> need)
{
    private readonly int _engine = device?.Join(need) ?? 0;

    /// <summary>Waits for the turn of a run, which lasts until the return value is disposed.</summary>
    public Turn Take()
    {
        device?.Enter(_engine);
        return new Turn(device, _engine);
    }

    public readonly struct Turn(SharedDevice? device, int engine) : IDisposable
    {
        public void Dispose() => device?.Leave(engine);
    }
}
