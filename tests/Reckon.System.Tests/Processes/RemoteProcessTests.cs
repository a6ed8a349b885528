using System.Text.Json.Nodes;
using Reckon.Cli.Output;
using Reckon.Inference.Onnx.Tests.Remote;
using Reckon.Testing;

namespace Reckon.System.Tests.Processes;

/// <summary>Sweeps whose models are on servers, as a user runs them.</summary>
public sealed class RemoteProcessTests
{
    private const string Strategies = """
        - bestOfN: { n: [1, 8] }
          - beam: { n: [8], width: 4 }
        """;

    [Fact]
    public async Task A_sweep_on_a_server_has_the_outcomes_of_one_here_trial_by_trial()
    {
        using var folder = new TempFolder();
        var local = SweepFileOnDisk.Write(folder, problems: 4, strategies: Strategies);
        var (proposer, verifier) = (Model("abacus-proposer"), Model("abacus-prm"));
        await using var writes = new CompletionsServer(proposer);
        await using var judges = new ScoresServer(verifier);
        using var writer = new RemoteFolder(proposer, writes.Url);
        using var judge = new RemoteFolder(verifier, judges.Url);
        var distant = folder.File("distant.yaml");
        File.WriteAllText(distant, File.ReadAllText(local)
            .Replace(proposer, writer.Folder, StringComparison.Ordinal).Replace(verifier, judge.Folder, StringComparison.Ordinal));

        var named = folder.File("named.yaml");
        File.WriteAllText(named, File.ReadAllText(local)
            .Replace(proposer, SectionOf(writer, proposer), StringComparison.Ordinal).Replace(verifier, SectionOf(judge, verifier), StringComparison.Ordinal));

        using var here = await ReckonProcess.RunAsync("run", local, "--out", folder.File("here"));
        using var there = await ReckonProcess.RunAsync("run", distant, "--out", folder.File("there"));
        using var inOneFile = await ReckonProcess.RunAsync("run", named, "--out", folder.File("named"));

        Assert.True(inOneFile.ExitCode == ExitCode.Success, inOneFile.Error);
        Assert.Equal(File.ReadAllText(folder.File("there/outcomes.jsonl")), File.ReadAllText(folder.File("named/outcomes.jsonl")));
        Assert.True(here.ExitCode == ExitCode.Success, here.Error);
        Assert.True(there.ExitCode == ExitCode.Success, there.Error);
        Assert.NotEmpty(writes.Requests);
        Assert.NotEmpty(judges.Requests);
        Assert.Contains("outcomes may differ between runs", there.Error, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(folder.File("here/outcomes.jsonl")), File.ReadAllText(folder.File("there/outcomes.jsonl")));
    }

    [Fact]
    public async Task What_a_server_cannot_draw_is_refused_before_the_start()
    {
        using var folder = new TempFolder();
        var local = SweepFileOnDisk.Write(folder, problems: 1, strategies: "- distinct: { n: [4] }\n  - revise: { n: [4], chains: 2 }");
        using var remote = new RemoteFolder(Model("abacus-proposer"), "http://127.0.0.1:1");
        var distant = folder.File("distant.yaml");
        File.WriteAllText(distant, File.ReadAllText(local).Replace(Model("abacus-proposer"), remote.Folder, StringComparison.Ordinal));

        using var here = await ReckonProcess.RunAsync("validate", local);
        using var there = await ReckonProcess.RunAsync("run", distant, "--out", folder.File("there"));

        Assert.True(here.ExitCode == ExitCode.Success, here.Error);
        Assert.Equal(ExitCode.Usage, there.ExitCode);
        Assert.Contains("distinct n=4 draws continuations that must differ", there.Error, StringComparison.Ordinal);
        Assert.Equal(3, there.Error.Split("draws continuations that must differ").Length); // And that of revise.
    }

    [Fact]
    public async Task Money_is_foreseen_kept_within_its_limit_and_told()
    {
        const double Limit = 1;
        using var folder = new TempFolder();
        var sweep = SweepFileOnDisk.Write(folder, problems: 4, strategies: "- bestOfN: { n: [1, 8] }");
        var proposer = Model("abacus-proposer");
        await using var server = new CompletionsServer(proposer);
        using var remote = new RemoteFolder(proposer, server.Url);
        remote.Descriptor["remote"]!["price"] = new JsonObject { ["currency"] = "USD", ["prompt"] = 1_000, ["generated"] = 4_000 };
        remote.Write();
        var limited = $"\nbudget: {{ money: {Limit}, sweep: {{ money: 100 }} }}\n";
        File.WriteAllText(sweep, File.ReadAllText(sweep) + limited);
        using var unpriced = await ReckonProcess.RunAsync("validate", sweep);
        File.WriteAllText(sweep, File.ReadAllText(sweep).Replace(proposer, remote.Folder, StringComparison.Ordinal));

        using var foreseen = await ReckonProcess.RunAsync("expand", sweep);
        using var whole = await ReckonProcess.RunAsync("estimate", sweep);
        var before = server.Requests.Count;
        using var run = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("out"));

        Assert.Equal(ExitCode.Usage, unpriced.ExitCode);
        Assert.Contains("a limit on money needs the price of a model", unpriced.Error, StringComparison.Ordinal);
        Assert.Contains("total USD", foreseen.Output, StringComparison.Ordinal);
        Assert.Contains("USD", whole.Output, StringComparison.Ordinal);
        Assert.True(run.ExitCode == ExitCode.Success, run.Error);
        Assert.Contains("USD", File.ReadAllText(folder.File("out/summary.md")), StringComparison.Ordinal);
        var summary = JsonNode.Parse(File.ReadAllText(folder.File("out/summary.json")))!;
        var costs = File.ReadAllLines(folder.File("out/outcomes.jsonl")).Select(line => JsonNode.Parse(line)!["cost"]!)
            .Select(cost => ((cost["promptTokens"]!.GetValue<double>() * 1_000) + (cost["generatedTokens"]!.GetValue<double>() * 4_000)) / 1e6).ToArray();
        Assert.All(costs, cost => Assert.InRange(cost, 0.01, Limit));
        Assert.Equal(costs.Sum(), summary["cost"]!["money"]!.GetValue<double>(), 1e-9);
        var billed = summary["timing"]!["serverUsage"]!;
        var read = server.Requests.Skip(before + 1).Sum(request => request["prompt"]!.AsArray().Count); // The first only tries the server out.
        Assert.Equal(read, billed["prompt"]!.GetValue<long>());
        Assert.InRange(billed["generated"]!.GetValue<long>(), 1, long.MaxValue);
        Assert.Equal((read / 1e3) + (billed["generated"]!.GetValue<double>() * 4 / 1e3), billed["money"]!.GetValue<double>(), 1e-9);
        Assert.Contains("servers counted", run.Error, StringComparison.Ordinal);
        Assert.True(summary["models"]!["proposer"]!["mayVary"]!.GetValue<bool>());
        Assert.Contains(summary["runs"]!.AsArray(), one => one!["budgetExhausted"]?.GetValue<int>() > 0 || one["narrowed"]?.GetValue<int>() > 0);
    }

    [Fact]
    public async Task A_model_folder_is_checked_before_a_sweep_names_it()
    {
        using var folder = new TempFolder();
        var (proposer, verifier) = (Model("abacus-proposer"), Model("abacus-prm"));
        Assert.SkipUnless(File.Exists(Path.Combine(proposer, "model.onnx")), SweepFileOnDisk.NoModels);
        await using var server = new CompletionsServer(proposer);
        using var remote = new RemoteFolder(proposer, server.Url);
        await using var judges = new ScoresServer(verifier);
        using var judge = new RemoteFolder(verifier, judges.Url);

        using var shipped = await ReckonProcess.RunAsync("model", "check", proposer, "--rows", "4");
        using var distant = await ReckonProcess.RunAsync("model", "check", remote.Folder);
        using var judging = await ReckonProcess.RunAsync("model", "check", judge.Folder);
        await server.DisposeAsync();
        using var gone = await ReckonProcess.RunAsync("model", "check", remote.Folder);
        var sweep = SweepFileOnDisk.Write(folder, problems: 1);
        File.WriteAllText(sweep, File.ReadAllText(sweep).Replace(proposer, remote.Folder, StringComparison.Ordinal));
        using var refused = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("none"));
        using var width = await ReckonProcess.RunAsync("model", "check", proposer, "--bandwidth", "x");
        using var empty = await ReckonProcess.RunAsync("model", "check", folder.File(""));

        Assert.Equal((0, 0, 0, 2, 2), (shipped.ExitCode, distant.ExitCode, judging.ExitCode, gone.ExitCode, empty.ExitCode));
        Assert.Equal((2, 2, false), (refused.ExitCode, width.ExitCode, Directory.Exists(folder.File("none"))));
        Assert.Contains("--bandwidth needs a number above 0", width.Error, StringComparison.Ordinal);
        Assert.Contains("repeatable: a row has the same bits in any batch", shipped.Output, StringComparison.Ordinal);
        Assert.Contains("written by 4 rows:", shipped.Output, StringComparison.Ordinal);
        Assert.Contains("it continues a prompt of ids and gives ids back", distant.Output, StringComparison.Ordinal);
        Assert.Contains("it scores the steps of a text that is given in ids", judging.Output, StringComparison.Ordinal);
        Assert.Contains("a server at", gone.Error, StringComparison.Ordinal);
        Assert.Contains("tokenizer.json", empty.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_the_prompt_that_each_model_gets()
    {
        using var folder = new TempFolder();
        var sweep = SweepFileOnDisk.Write(folder, problems: 1);

        using var shown = await ReckonProcess.RunAsync("prompt", sweep, "abacus-test-0001");
        using var unknown = await ReckonProcess.RunAsync("prompt", sweep, "nobody");

        Assert.True(shown.ExitCode == ExitCode.Success, shown.Error);
        Assert.Contains("proposer abacus-proposer, ", shown.Output, StringComparison.Ordinal);
        Assert.Contains("\n  <s>", shown.Output, StringComparison.Ordinal);
        Assert.Contains("ids: 1 ", shown.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, unknown.ExitCode);
    }

    // What a folder says of its server, as a sweep file says it: with the folder of the tokenizer, in one line.
    private static string SectionOf(RemoteFolder server, string tokenizer)
    {
        var said = server.Descriptor.DeepClone().AsObject();
        var remote = said["remote"]!.AsObject();
        said.Remove("remote");
        said["tokenizer"] = tokenizer;
        foreach (var (key, value) in remote)
        {
            said[key] = value!.DeepClone();
        }

        return said.ToJsonString();
    }

    private static string Model(string name) => Path.Combine(RepositoryRoot.Folder, "models", name);
}
