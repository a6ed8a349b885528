using System.Net;
using System.Net.Sockets;
using Reckon.Testing;

namespace Reckon.Dashboard.Tests.Browsing;

/// <summary>A cluster of processes on the shipped models that knows a viewer and an operator, and a dashboard beside it.</summary>
public sealed class LiveCluster : IAsyncLifetime
{
    public const string Operator = "the-secret-of-olga-0123456789";
    public const string Viewer = "the-secret-of-victor-0123456789";

    private readonly TempFolder _folder = new();
    private readonly SemaphoreSlim _starting = new(1);
    private readonly string _server = $"http://127.0.0.1:{FreePort()}";
    private ReckonProcess? _cluster;

    /// <summary>Where its API is.</summary>
    public string Server => _server;

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Starts it, once.</summary>
    public async Task StartAsync()
    {
        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _cluster ??= await UpAsync();
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>Hands a sweep in.</summary>
    public async Task SubmitAsync(string id, int problems, int seeds = 2)
    {
        var spec = _folder.Write($"{id}.yaml", SmallSweep.Spec(id, problems, seeds));
        using var submitted = await ReckonProcess.RunAsync(
            "submit", spec, "--id", id, "--server", _server, "--secret-file", _folder.Write("secret", Operator), "--why", "to be looked at");
        Assert.True(submitted.ExitCode == 0, submitted.Error);
    }

    /// <summary>A port that nobody uses.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
        {
            await _cluster.KillAsync();
            _cluster.Dispose();
        }

        _folder.Dispose();
        _starting.Dispose();
    }

    private async Task<ReckonProcess> UpAsync()
    {
        var tokens = _folder.Write("tokens", $"operator olga {Operator}\nviewer victor {Viewer}\n");
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = 3; // The coordinator, the worker, the API.
        var process = ReckonProcess.Start(
            line =>
            {
                if (line.Contains("(process ", StringComparison.Ordinal) && Interlocked.Decrement(ref waiting) == 0)
                {
                    ready.TrySetResult();
                }
            },
            "up", "--workers", "1", "--folder", _folder.File("cluster"), "--url", _server, "--tokens", tokens,
            "--proposer", RepositoryRoot.PathTo("models", "abacus-proposer"), "--verifier", RepositoryRoot.PathTo("models", "abacus-prm"));
        var first = await Task.WhenAny(ready.Task, process.ExitAsync());
        return first == ready.Task ? process : throw new InvalidOperationException($"The cluster did not start: {process.Error}");
    }
}
