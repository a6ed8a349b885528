using Microsoft.Extensions.Hosting;
using Reckon.Cli.Output;
using Reckon.Storage;
using StackExchange.Redis;

namespace Reckon.Cli.Hosting;

/// <summary>A process that serves until it is asked to stop.</summary>
internal static class ServerProcess
{
    /// <summary>The first word of the line on standard output that says that a process serves.</summary>
    public const string ReadyWord = "ready:";

    /// <summary>What the host may need beyond the grace to close what it has opened. Whatever stops the process must wait longer.</summary>
    public static readonly TimeSpan Closing = TimeSpan.FromSeconds(5);

    /// <summary>Starts <paramref name="host"/>, says so, and ends it in good order when <paramref name="stop"/> is cancelled.</summary>
    /// <param name="host">What serves.</param>
    /// <param name="what">What is ready, and where.</param>
    /// <param name="grace">How long what has begun may be finished.</param>
    /// <param name="terminal">Where to say so.</param>
    /// <param name="stop">Asks it to stop.</param>
    /// <param name="drain">Finishes what has begun before anything is closed; null where closing is enough.</param>
    /// <returns>An exit code: being asked to stop is no failure, being forgotten by the cluster is one.</returns>
    /// <exception cref="JoinFailedException">The Redis went away while it started.</exception>
    public static Task<int> RunAsync(IHost host, string what, TimeSpan grace, Terminal terminal, CancellationToken stop,
        Func<CancellationToken, Task>? drain = null) => RunAsync(host, () => what, grace, terminal, stop, drain);

    /// <summary>The same, where only a host that has started knows what is ready: <paramref name="what"/> is asked then.</summary>
    public static async Task<int> RunAsync(IHost host, Func<string> what, TimeSpan grace, Terminal terminal, CancellationToken stop,
        Func<CancellationToken, Task>? drain = null)
    {
        var hasStarted = false;
        try
        {
            await host.StartAsync(stop);
            hasStarted = true;
            await terminal.Output.WriteLineAsync($"{ReadyWord} {what()}");
            await terminal.Output.FlushAsync(CancellationToken.None);
            await UntilStoppedAsync(host, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Asked to stop, perhaps before it had started.
        }
        catch (Exception cause) when (!hasStarted && cause is (RedisConnectionException or RedisTimeoutException))
        {
            throw new JoinFailedException(cause);
        }

        await terminal.Error.WriteLineAsync(
            $"Stopping: what has begun may be finished within {grace.TotalSeconds:0.#} s. A second signal ends it at once.");
        using var patience = new CancellationTokenSource(grace + Closing);
        await (drain?.Invoke(patience.Token) ?? Task.CompletedTask);
        var code = CodeOf(host);
        await CloseAsync(host, hasStarted, code, terminal, patience.Token);
        return code;
    }

    private static int CodeOf(IHost host) =>
        host.Services.GetService(typeof(MembershipWatch)) is MembershipWatch { IsForgotten: true } ? ExitCode.Forgotten : ExitCode.Success;

    // A silo whose store is away would take minutes to leave the cluster. The others notice without being told.
    private static async Task CloseAsync(IHost host, bool hasStarted, int code, Terminal terminal, CancellationToken patience)
    {
        try
        {
            await host.StopAsync(patience).WaitAsync(patience);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            await terminal.Error.WriteLineAsync("Not all could be closed in time, as where the store is away; it ends without.");
            Environment.Exit(code);
        }
        catch (Exception) when (!hasStarted)
        {
            // What has started half does not always stop; nobody relies on it yet, and it ends now.
        }
    }

    private static async Task UntilStoppedAsync(IHost host, CancellationToken stop)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var asked = stop.UnsafeRegister(_ => stopped.TrySetResult(), null);
        var lifetime = (IHostApplicationLifetime?)host.Services.GetService(typeof(IHostApplicationLifetime));
        await using var ended = lifetime?.ApplicationStopping.UnsafeRegister(_ => stopped.TrySetResult(), null) ?? default;
        await stopped.Task;
    }
}
