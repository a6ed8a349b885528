using Reckon.Cli.Output;
using Reckon.Contracts.Versions;
using Reckon.Storage;

namespace Reckon.Cli.Hosting;

/// <summary>
/// What a process looks into before it joins its cluster: whether the store answers, for which it waits without end, and who is there.
/// </summary>
internal static class StoreWait
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Waits until the Redis at <paramref name="redis"/> answers, and says so if that takes longer than two seconds.</summary>
    /// <exception cref="ClusterSettingException">The cluster's members are of builds with which this one cannot talk.</exception>
    public static async Task UntilJoinableAsync(string redis, string clusterId, Terminal terminal, CancellationToken stop)
    {
        try
        {
            await UntilAnswersAsync(redis, terminal, stop);
            var members = await ClusterMembers.NamesAsync(redis, SiloSettings.ServiceId, clusterId, TimeProvider.System, _patience, stop);
            if (JoinRefusal.Of(ContractVersion.Current, members) is { } refusal)
            {
                throw new ClusterSettingException($"This process may not join the cluster {clusterId}: {refusal}.");
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Whoever starts it next finds that it is asked to stop.
        }
    }

    private static async Task UntilAnswersAsync(string redis, Terminal terminal, CancellationToken stop)
    {
        if (await RedisProbe.FaultAsync(redis, _patience, stop) is not { } fault)
        {
            return;
        }

        await terminal.Error.WriteLineAsync(
            $"note: the Redis at {RedisAddress.WithoutSecrets(redis)} does not answer ({fault.TrimEnd('.')}); waiting for it."
            + " 'reckon doctor' says more.");
        while (await RedisProbe.FaultAsync(redis, _patience, stop) is not null)
        {
            await Task.Delay(_pause, stop);
        }
    }
}
