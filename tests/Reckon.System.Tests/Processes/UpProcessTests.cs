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
            line => Note(line, children, ready, processes: 4), "up", "--workers", "2", "--folder", folder.File("cluster"), "--url", url,
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
    public async Task A_cluster_without_models_is_sized_with_devices_that_only_keep_time()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("reckon.yaml"), "simulated: { tokenTime: 1ms, prefillTime: 1ms, judgeTime: 1ms, stepTokens: 8, answerSteps: 3 }\n");
        var sweep = SweepFileOnDisk.Write(folder, problems: 4);
        var text = File.ReadAllText(sweep);
        var models = text.Split('\n').Single(line => line.StartsWith("models:", StringComparison.Ordinal));
        File.WriteAllText(sweep, text.Replace(models, "models: { proposer: simulated-proposer, verifier: simulated-verifier }", StringComparison.Ordinal));
        var url = $"http://127.0.0.1:{FreePort.Find()}";
        var children = new List<int>();
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var up = ReckonProcess.Start(
            line => Note(line, children, ready, processes: 3), "up", "--workers", "1", "--folder", folder.File("cluster"), "--url", url,
            "--config", folder.File("reckon.yaml"), "--device", "Simulated", "--devices", "0,1,2", "--rows", "8");
        await ready.Task.WaitAsync(TestContext.Current.CancellationToken);

        using var submitted = await ReckonProcess.RunAsync("submit", sweep, "--server", url, "--id", "sized", "--wait");
        using var pools = await ReckonProcess.RunAsync("pools", "--server", url);
        using var served = await ReckonProcess.RunAsync("models", "--server", url);
        await up.KillAsync();

        Assert.True(submitted.ExitCode == ExitCode.Success, submitted.Error);
        Assert.Contains("note: simulated-proposer is simulated", submitted.Error, StringComparison.Ordinal);
        Assert.Matches(@"simulated-proposer@\S+ +3 workers .*/24 rows", pools.Output);
        Assert.All(served.Output.TrimEnd().Split('\n'), line => Assert.EndsWith("  simulated", line, StringComparison.Ordinal));
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
    [InlineData("--devices: expected numbers of devices from 0 to 63", "worker", "--redis", "127.0.0.1:1", "--devices", "0,0")]
    [InlineData("nobody may call", "api", "--redis", "127.0.0.1:1")]
    [InlineData("is not a loopback address", "api", "--redis", "127.0.0.1:1", "--url", "http://10.0.0.1:80", "--open", "true")]
    [InlineData("https needs a certificate", "api", "--redis", "127.0.0.1:1", "--url", "https://127.0.0.1:80", "--open", "true")]
    [InlineData("no-such-model: expected a folder with a model. Check the path.", "up", "--proposer", "no-such-model")]
    public async Task A_role_that_lacks_something_is_refused_with_a_remedy(string message, params string[] arguments)
    {
        using var role = await ReckonProcess.RunAsync(arguments);

        Assert.Equal(ExitCode.Usage, role.ExitCode);
        Assert.Contains(message, role.Error, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\S+ \(process (\d+)\): ")]
    private static partial Regex ReadyLine();

    // A coordinator, the API and the workers.
    private static void Note(string line, List<int> children, TaskCompletionSource ready, int processes)
    {
        if (ReadyLine().Match(line) is { Success: true } match)
        {
            lock (children)
            {
                children.Add(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
                if (children.Count == processes)
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
