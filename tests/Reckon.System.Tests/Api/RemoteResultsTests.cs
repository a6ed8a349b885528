using System.Net;
using System.Text.Json;
using Reckon.Api.Paging;
using Reckon.Api.Sweeps;
using Reckon.Cli.Output;
using Reckon.Contracts.Sweeps;
using Reckon.System.Tests.Processes;
using Reckon.Testing;

namespace Reckon.System.Tests.Api;

public sealed class RemoteResultsTests(ApiFixture fixture) : IAsyncLifetime
{
    private const string Id = "remote";
    private const string Problem = "abacus-test-0002";

    private ApiOnSilos _api = null!;

    public async ValueTask InitializeAsync() => _api = await fixture.ApiAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_folder_that_is_fetched_is_that_of_a_run_on_one_machine_and_shows_the_same()
    {
        using var folder = new TempFolder();
        var sweep = SweepFileOnDisk.Write(folder, 4, strategies: "- bestOfN: { n: [1, 4] }\n  - beam: { n: [4], width: 2 }");
        using var run = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("run"));
        Assert.True(run.ExitCode == 0, run.Error);
        await _api.FinishAsync(ApiOnSilos.Upload() with { Id = Id });

        using var results = await _api.RunAsync("results", Id, "--out", folder.File("fetched"));
        using var again = await _api.RunAsync("results", Id, "--out", folder.File("fetched"));

        Assert.True(results.ExitCode == ExitCode.Success, results.Error);
        Assert.True(again.ExitCode == ExitCode.Success, again.Error);
        Assert.Equal(Bytes(folder.File("run"), "outcomes.jsonl"), Bytes(folder.File("fetched"), "outcomes.jsonl"));
        Assert.Equal(Bytes(folder.File("run/trees"), "*"), Bytes(folder.File("fetched/trees"), "*"));
        Assert.Equal(File.ReadAllText(folder.File("run/summary.md")), File.ReadAllText(folder.File("fetched/summary.md")));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(folder.File("fetched")), path => path.Contains("draft", StringComparison.Ordinal));
        using var there = await _api.RunAsync("show", Id, Problem, "--run", "beam n=4 width=2");
        using var here = await ReckonProcess.RunAsync("show", folder.File("run"), Problem, "--run", "beam n=4 width=2");
        Assert.Equal(here.Output, there.Output);
        using var lines = await _api.RunAsync("show", Id, Problem, "--json");
        using var same = await ReckonProcess.RunAsync("show", folder.File("fetched"), Problem, "--json");
        Assert.Equal(same.Output, lines.Output);
    }

    private static string Bytes(string folder, string files) => string.Join('\n', Directory.EnumerateFiles(folder, files)
        .Order(StringComparer.Ordinal).Select(path => $"{Path.GetFileName(path)} {Convert.ToHexString(File.ReadAllBytes(path))}"));
}
