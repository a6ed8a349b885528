using Reckon.Cli.Output;
using Reckon.Inference.Onnx.Tests.Remote;
using Reckon.Testing;

namespace Reckon.System.Tests.Processes;

/// <summary>A sweep whose proposer is on a server, as a user runs it.</summary>
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
        var proposer = Path.Combine(RepositoryRoot.Folder, "models", "abacus-proposer");
        await using var server = new CompletionsServer(proposer);
        using var remote = new RemoteFolder(proposer, server.Url);
        var distant = folder.File("distant.yaml");
        File.WriteAllText(distant, File.ReadAllText(local).Replace(proposer, remote.Folder, StringComparison.Ordinal));

        using var here = await ReckonProcess.RunAsync("run", local, "--out", folder.File("here"));
        using var there = await ReckonProcess.RunAsync("run", distant, "--out", folder.File("there"));

        Assert.True(here.ExitCode == ExitCode.Success, here.Error);
        Assert.True(there.ExitCode == ExitCode.Success, there.Error);
        Assert.NotEmpty(server.Requests);
        Assert.Equal(File.ReadAllText(folder.File("here/outcomes.jsonl")), File.ReadAllText(folder.File("there/outcomes.jsonl")));
    }

    [Fact]
    public async Task A_model_folder_is_checked_before_a_sweep_names_it()
    {
        using var folder = new TempFolder();
        var proposer = Path.Combine(RepositoryRoot.Folder, "models", "abacus-proposer");
        Assert.SkipUnless(File.Exists(Path.Combine(proposer, "model.onnx")), SweepFileOnDisk.NoModels);
        await using var server = new CompletionsServer(proposer);
        using var remote = new RemoteFolder(proposer, server.Url);

        using var shipped = await ReckonProcess.RunAsync("model", "check", proposer, "--rows", "4");
        using var distant = await ReckonProcess.RunAsync("model", "check", remote.Folder);
        await server.DisposeAsync();
        using var gone = await ReckonProcess.RunAsync("model", "check", remote.Folder);
        using var empty = await ReckonProcess.RunAsync("model", "check", folder.File(""));

        Assert.Equal((0, 0, 2, 2), (shipped.ExitCode, distant.ExitCode, gone.ExitCode, empty.ExitCode));
        Assert.Contains("repeatable: a row has the same bits in any batch", shipped.Output, StringComparison.Ordinal);
        Assert.Contains("written by 4 rows:", shipped.Output, StringComparison.Ordinal);
        Assert.Contains("it continues a prompt of ids and gives ids back", distant.Output, StringComparison.Ordinal);
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
}
