using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Reckon.Cli.Output;
using Reckon.Storage;
using Reckon.Testing;

namespace Reckon.System.Tests.Processes;

public sealed partial class UpProcessTests
{
    [Fact]
    public async Task A_cluster_on_one_machine_runs_a_sweep_with_the_outcomes_of_one_process_and_leaves_nothing_behind()
    {
        using var folder = new TempFolder();
        var sweep = SweepFileOnDisk.Write(folder, problems: 4);
        using var run = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("out"));
        var url = $"http://127.0.0.1:{FreePort.Find()}";
        var children = new List<int>();
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var up = ReckonProcess.Start(
            line => Note(line, children, ready), "up", "--workers", "2", "--folder", folder.File("cluster"), "--url", url,
            "--proposer", RepositoryRoot.PathTo("models", "abacus-proposer"), "--verifier", RepositoryRoot.PathTo("models", "abacus-prm"));
        await ready.Task.WaitAsync(TestContext.Current.CancellationToken);

        using var submitted = await ReckonProcess.RunAsync("submit", sweep, "--server", url, "--id", "mine", "--wait");
        using var results = await ReckonProcess.RunAsync("results", "mine", "--server", url);
        await up.KillAsync();

        Assert.True(submitted.ExitCode == ExitCode.Success, submitted.Error);
        Assert.Equal("mine\n", submitted.Output);
        Assert.Equal(File.ReadAllText(folder.File("out/outcomes.jsonl")), results.Output);
        foreach (var child in children)
        {
            await EndedAsync(child);
        }
    }

    [Fact]
    public async Task A_client_without_a_cluster_says_so()
    {
        using var client = await ReckonProcess.RunAsync("list", "--server", "http://127.0.0.1:1");

        Assert.Equal(ExitCode.Unreachable, client.ExitCode);
        Assert.Contains("No cluster answers at http://127.0.0.1:1", client.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a process of a cluster needs a Redis", "coordinator")]
    [InlineData("a worker needs a model", "worker", "--redis", "127.0.0.1:1")]
    [InlineData("nobody may call", "api", "--redis", "127.0.0.1:1")]
    [InlineData("is not a loopback address", "api", "--redis", "127.0.0.1:1", "--url", "http://10.0.0.1:80", "--open", "true")]
    [InlineData("https needs a certificate", "api", "--redis", "127.0.0.1:1", "--url", "https://127.0.0.1:80", "--open", "true")]
    [InlineData("expected a folder with a reckon.json", "up", "--proposer", "no-such-model")]
    public async Task A_role_that_lacks_something_is_refused_with_a_remedy(string message, params string[] arguments)
    {
        using var role = await ReckonProcess.RunAsync(arguments);

        Assert.Equal(ExitCode.Usage, role.ExitCode);
        Assert.Contains(message, role.Error, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\S+ \(process (\d+)\): ")]
    private static partial Regex ReadyLine();

    // A coordinator, the API and two workers.
    private static void Note(string line, List<int> children, TaskCompletionSource ready)
    {
        if (ReadyLine().Match(line) is { Success: true } match)
        {
            lock (children)
            {
                children.Add(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
                if (children.Count == 4)
                {
                    ready.TrySetResult();
                }
            }
        }
    }

    private static async Task EndedAsync(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        catch (ArgumentException)
        {
            // It has ended.
        }
    }
}
