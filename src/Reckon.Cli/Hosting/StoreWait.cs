using Reckon.Cli.Output;
using Reckon.Storage;

namespace Reckon.Cli.Hosting;

/// <summary>Says so when a process waits for its store, which it does without end.</summary>
internal static class StoreWait
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    /// <summary>Writes a note if the Redis at <paramref name="redis"/> does not answer within two seconds.</summary>
    public static async Task TellAsync(string redis, Terminal terminal, CancellationToken cancellationToken)
    {
        if (!await RedisProbe.AnswersAsync(redis, _patience, cancellationToken))
        {
            await terminal.Error.WriteLineAsync(
                $"note: the Redis at {RedisAddress.WithoutSecrets(redis)} does not answer; waiting for it. 'reckon doctor' says more.");
        }
    }
}
