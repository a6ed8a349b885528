using System.Text.Json.Nodes;
using Reckon.Cli.Output;
using Reckon.Inference.Onnx.Tests.Remote;
using Reckon.Testing;

namespace Reckon.System.Tests.Processes;

/// <summary>What servers bill for sweeps, by their own count, and the limit on it.</summary>
public sealed class BillProcessTests : IAsyncDisposable
{
    private const double Bill = 4, OfSearch = 1; // Two trials a problem.
    private static readonly string _budget = $"budget: {{ money: {OfSearch}, sweep: {{ bill: {Bill} }} }}";
    private static readonly string _proposer = Path.Combine(RepositoryRoot.Folder, "models", "abacus-proposer");

    private readonly TempFolder _folder = new();
    private readonly CompletionsServer _server;
    private readonly RemoteFolder _remote;

    public BillProcessTests()
    {
        Assert.SkipUnless(File.Exists(Path.Combine(_proposer, "model.onnx")), SweepFileOnDisk.NoModels);
        _server = new CompletionsServer(_proposer);
        _remote = new RemoteFolder(_proposer, _server.Url);
        _remote.Descriptor["remote"]!["price"] = new JsonObject { ["currency"] = "USD", ["prompt"] = 1_000, ["generated"] = 1_000 };
        _remote.Write();
    }

    public async ValueTask DisposeAsync()
    {
        _remote.Dispose();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_limit_on_the_bill_leaves_problems_out()
    {
        var sweep = SweepOf(problems: 12, "- bestOfN: { n: [1, 8] }", _budget);

        using var run = await ReckonProcess.RunAsync("run", sweep, "--out", _folder.File("out"));

        Assert.True(run.ExitCode == ExitCode.LimitReached, run.Error);
        Assert.Contains("note: the sweep limits what servers bill.", run.Error, StringComparison.Ordinal);
        Assert.Contains("chance: a limit on seconds or on a bill changed what was drawn", run.Output, StringComparison.Ordinal);
        Assert.InRange(Left, 1, 11);
        Assert.InRange(Billed, Bill - (2 * OfSearch) + 1e-9, Bill); // Another problem would not have fitted, and what ran kept to its limits.
        Assert.Equal(2 * (12 - Left), File.ReadAllLines(_folder.File("out/outcomes.jsonl")).Length);
    }

    [Fact]
    public async Task A_sweep_that_adds_to_another_has_a_limit_of_its_own()
    {
        var small = SweepOf(problems: 12, "- bestOfN: { n: [1, 8] }", _budget);
        using var first = await ReckonProcess.RunAsync("run", small, "--out", _folder.File("out"));
        var (before, ran) = (Billed, 12 - Left);
        var large = SweepOf(problems: 60, "- bestOfN: { n: [1, 8] }", _budget);

        using var amended = await ReckonProcess.RunAsync("run", large, "--out", _folder.File("out"), "--amend");

        Assert.True(amended.ExitCode == ExitCode.LimitReached, amended.Error);
        Assert.InRange(Billed, before + 1e-9, before + Bill);
        Assert.InRange(60 - Left, ran + 1, 59); // What was done costs nothing again.
    }

    [Fact]
    public async Task What_a_server_did_before_an_interrupt_is_counted()
    {
        var sweep = SweepOf(problems: 1, "- beam: { n: [256], width: 4 }", ""); // Some 800 requests.
        using var interrupted = ReckonProcess.Start("run", sweep, "--out", _folder.File("out"));
        await Wait.UntilAsync(() => _server.Requests.Count > 500);

        interrupted.SendInterrupt();
        Assert.Equal(ExitCode.Interrupted, await interrupted.ExitAsync());
        using var resumed = await ReckonProcess.RunAsync("run", sweep, "--out", _folder.File("out"));

        Assert.True(resumed.ExitCode == ExitCode.Success, resumed.Error);
        var sent = _server.Requests.Sum(request => request["prompt"]!.AsArray().Count);
        var counted = Summary["timing"]!["serverUsage"]!["prompt"]!.GetValue<long>();
        Assert.InRange(counted, 0.6 * sent, sent); // Requests of the round that was cut off are lost: nobody waited for their answers.
    }

    private JsonNode Summary => JsonNode.Parse(File.ReadAllText(_folder.File("out/summary.json")))!;

    private double Billed => Summary["timing"]!["serverUsage"]!["money"]!.GetValue<double>();

    private int Left => Summary["notRun"]!.AsArray().Count;

    private string SweepOf(int problems, string strategies, string budget)
    {
        var path = SweepFileOnDisk.Write(_folder, problems, strategies: strategies);
        File.WriteAllText(path, File.ReadAllText(path).Replace(_proposer, _remote.Folder, StringComparison.Ordinal) + $"\n{budget}\n");
        return path;
    }
}
