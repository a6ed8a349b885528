using Reckon.Cli.Hosting;
using Reckon.Cli.Output;
using StackExchange.Redis;

namespace Reckon.Cli.Tests.Hosting;

public sealed class ServerProcessTests
{
    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_process_that_is_asked_to_stop_while_it_starts_ends_well_even_if_what_has_started_half_does_not_stop()
    {
        using var stop = new CancellationTokenSource();
        using var host = new HalfStartedHost();
        var running = ServerProcess.RunAsync(host, "nothing", _grace, new Terminal(TextWriter.Null, TextWriter.Null), stop.Token);

        await stop.CancelAsync();

        Assert.Equal(ExitCode.Success, await running);
        Assert.True(host.IsAskedToStop);
    }

    [Fact]
    public async Task A_process_that_does_not_start_says_why()
    {
        using var host = new HalfStartedHost(new IOException("no room"));

        await Assert.ThrowsAsync<IOException>(() => ServerProcess.RunAsync(
            host, "nothing", _grace, new Terminal(TextWriter.Null, TextWriter.Null), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_process_whose_store_goes_away_while_it_joins_says_to_start_it_again()
    {
        using var host = new HalfStartedHost(new RedisConnectionException(ConnectionFailureType.UnableToConnect, "The message timed out"));

        var failure = await Assert.ThrowsAsync<JoinFailedException>(() => ServerProcess.RunAsync(
            host, "nothing", _grace, new Terminal(TextWriter.Null, TextWriter.Null), TestContext.Current.CancellationToken));

        Assert.Equal(ExitCode.Internal, failure.ExitCode);
        Assert.Contains("Start it again", failure.Message, StringComparison.Ordinal);
    }
}
