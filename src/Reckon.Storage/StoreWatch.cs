using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Reckon.Storage;

/// <summary>
/// Asks the store every few seconds how it stands, for <see cref="StoreInstruments"/>. Of several servers that share the data, one answers.
/// One that could not write its append-only file and can again is asked to write a new one: Redis 7.0 may have left the old one in a state
/// that it cannot read when it starts.
/// </summary>
internal sealed class StoreWatch(RedisConnection store, StoreInstruments instruments, TimeProvider time, ILogger<StoreWatch> logger) : BackgroundService
{
    private static readonly TimeSpan _look = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_look, time);
        for (var hasFailed = false; await timer.WaitForNextTickAsync(stoppingToken);)
        {
            var reading = await ReadAsync();
            instruments.Note(reading);
            if (hasFailed && reading.IsAppended == true)
            {
                await RewriteAsync();
            }

            hasFailed = reading.IsAppended is { } isAppended ? !isAppended : hasFailed;
        }
    }

    private async Task RewriteAsync()
    {
        try
        {
            await store.TryAsync("It was not asked for a new append-only file", database => database.ExecuteAsync("BGREWRITEAOF"));
            logger.LogWarning("The store can write to its disk again, and was asked for a new append-only file: the old one may have a gap");
        }
        catch (OrleansException cause)
        {
            // Another coordinator was first, or this user may not.
            logger.LogInformation("{Reason}", cause.Message);
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
