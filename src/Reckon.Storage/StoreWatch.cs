using Microsoft.Extensions.Hosting;
using StackExchange.Redis;

namespace Reckon.Storage;

/// <summary>
/// Asks the store every few seconds how it stands, for <see cref="StoreInstruments"/>. Of several servers that share the data, one answers.
/// </summary>
internal sealed class StoreWatch(RedisConnection store, StoreInstruments instruments, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan _look = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_look, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            instruments.Note(await ReadAsync());
        }
    }

    private async Task<StoreReading> ReadAsync()
    {
        try
        {
            return StoreReading.Of(await store.AskAsync("The store could not be asked how it stands", InfoAsync));
        }
        catch (OrleansException)
        {
            return StoreReading.Silent;
        }
    }

    private static async Task<string> InfoAsync(IDatabase database) => $"{await database.ExecuteAsync("INFO")}";
}
