using Reckon.Worker;

namespace Reckon.Cli.Running;

/// <summary>The models of a run, which are opened once and then taken by whoever runs them. What nobody took is closed with this.</summary>
internal sealed class LateEngines(Func<Task<DeviceEngines>> open) : IAsyncDisposable
{
    private DeviceEngines? _held;

    /// <summary>Opens the models, and holds them.</summary>
    public async Task OpenAsync() => _held ??= await open();

    /// <summary>The models, opened by now; the caller owns them.</summary>
    public async Task<DeviceEngines> TakeAsync()
    {
        await OpenAsync();
        var taken = _held!;
        _held = null;
        return taken;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_held is not null)
        {
            await _held.DisposeAsync();
        }
    }
}
