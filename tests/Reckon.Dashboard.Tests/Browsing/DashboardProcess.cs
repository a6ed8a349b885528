using Reckon.Testing;

namespace Reckon.Dashboard.Tests.Browsing;

/// <summary><c>reckon dashboard</c> as a user runs it.</summary>
public sealed class DashboardProcess : IDisposable
{
    private const string Ready = "ready: dashboard at ";

    private readonly ReckonProcess _process;

    private DashboardProcess(ReckonProcess process, string address) => (_process, Address) = (process, address);

    /// <summary>Where it is, with a slash at the end.</summary>
    public string Address { get; }

    /// <summary>Starts it on a free port.</summary>
    public static Task<DashboardProcess> StartAsync(params string[] arguments) => StartAsync(0, arguments);

    /// <summary>Starts it on the port <paramref name="port"/>.</summary>
    public static async Task<DashboardProcess> StartAsync(int port, params string[] arguments)
    {
        var address = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = ReckonProcess.Start(
            line =>
            {
                if (line.StartsWith(Ready, StringComparison.Ordinal))
                {
                    address.TrySetResult($"{line[Ready.Length..]}/");
                }
            },
            ["dashboard", "--listen", $"http://127.0.0.1:{port}", "--attached", .. arguments]);
        var first = await Task.WhenAny(address.Task, process.ExitAsync());
        return first == address.Task
            ? new DashboardProcess(process, await address.Task)
            : throw new InvalidOperationException($"The dashboard did not start: {process.Error}");
    }

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();
}
