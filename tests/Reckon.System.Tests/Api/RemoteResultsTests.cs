using Reckon.Api.Sweeps;
using Reckon.Cli.Output;
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

        var results = await _api.RunAsync("results", Id, "--out", folder.File("fetched"));
        var again = await _api.RunAsync("results", Id, "--out", folder.File("fetched"));

        Assert.True(results.ExitCode == ExitCode.Success, results.Error);
        Assert.True(again.ExitCode == ExitCode.Success, again.Error);
        Assert.Equal(Bytes(folder.File("run"), "outcomes.jsonl"), Bytes(folder.File("fetched"), "outcomes.jsonl"));
        Assert.Equal(Bytes(folder.File("run/trees"), "*"), Bytes(folder.File("fetched/trees"), "*"));
        Assert.Equal(File.ReadAllText(folder.File("run/summary.md")), File.ReadAllText(folder.File("fetched/summary.md")));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(folder.File("fetched")), path => path.Contains("draft", StringComparison.Ordinal));
        var there = await _api.RunAsync("show", Id, Problem, "--run", "beam n=4 width=2");
        using var here = await ReckonProcess.RunAsync("show", folder.File("run"), Problem, "--run", "beam n=4 width=2");
        Assert.Equal(here.Output, there.Output);
        var lines = await _api.RunAsync("show", Id, Problem, "--json");
        using var same = await ReckonProcess.RunAsync("show", folder.File("fetched"), Problem, "--json");
        Assert.Equal(same.Output, lines.Output);
    }

    [Fact]
    public async Task A_fetch_that_broke_off_goes_on_where_it_was()
    {
        using var folder = new TempFolder();
        await _api.FinishAsync(ApiOnSilos.Upload() with { Id = Id });
        await using var proxy = await ProxyThatRefuses.StartAsync(_api);
        proxy.Refused = "/results";
        var broken = await _api.RunAtAsync(proxy.Url, "results", Id, "--out", folder.File("out"));
        var first = proxy.Asked.ToArray();
        proxy.Asked.Clear();
        proxy.Refused = null;

        var rest = await _api.RunAtAsync(proxy.Url, "results", Id, "--out", folder.File("out"));

        Assert.NotEqual(ExitCode.Success, broken.ExitCode);
        Assert.Contains(first, path => path.Contains("/trees", StringComparison.Ordinal));
        Assert.True(rest.ExitCode == ExitCode.Success, rest.Error);
        Assert.DoesNotContain(proxy.Asked, path => path.Contains("/trees", StringComparison.Ordinal));
        Assert.Equal(await _api.LinesAsync(Id), File.ReadAllText(folder.File("out/outcomes.jsonl")));
        Assert.False(File.Exists(folder.File("out/download.json")));
    }

    [Fact]
    public async Task A_folder_of_another_sweep_is_not_touched()
    {
        using var folder = new TempFolder();
        await _api.FinishAsync(ApiOnSilos.Upload() with { Id = Id });
        await _api.FinishAsync(ApiOnSilos.Upload(problems: 2, name: "other") with { Id = "other" });
        var mine = await _api.RunAsync("results", Id, "--out", folder.File("out"));
        var before = Bytes(folder.File("out"), "*.json*");

        var others = await _api.RunAsync("results", "other", "--out", folder.File("out"));

        Assert.True(mine.ExitCode == ExitCode.Success, mine.Error);
        Assert.Equal(ExitCode.Usage, others.ExitCode);
        Assert.Contains("would be taken out", others.Error, StringComparison.Ordinal);
        Assert.Equal(before, Bytes(folder.File("out"), "*.json*"));
    }

    [Fact]
    public async Task A_sweep_that_runs_has_a_summary_and_no_folder_yet()
    {
        using var folder = new TempFolder();
        await ApiOnSilos.ReadAsync<SubmittedView>(_api.PostAsync("v1/sweeps", ApiOnSilos.Upload(problems: 200, name: "long") with { Id = "running" }));
        await _api.UntilAsync("running", view => view.Done > 0);

        var refused = await _api.RunAsync("results", "running", "--out", folder.File("out"));
        var summary = await ApiOnSilos.ReadAsync<SummaryView>(_api.GetAsync("v1/sweeps/running/summary"));
        await ApiOnSilos.ReadAsync<SweepView>(_api.PostAsync("v1/sweeps/running/cancel", new OrderRequest("enough")));
        var partly = await _api.RunAsync("results", "running", "--out", folder.File("out"));
        var deleted = await _api.RunAsync("delete", "running", "--why", "tidy");
        var events = await _api.RunAsync("events");

        Assert.Equal(ExitCode.Usage, refused.ExitCode);
        Assert.Contains("still runs", refused.Error, StringComparison.Ordinal);
        Assert.InRange(summary.Done, 1, 599);
        Assert.Equal(ExitCode.Cancelled, partly.ExitCode);
        Assert.Contains("trials are missing", partly.Error, StringComparison.Ordinal);
        Assert.NotEmpty(File.ReadAllText(folder.File("out/outcomes.jsonl")));
        Assert.Equal(ExitCode.Success, deleted.ExitCode);
        Assert.Matches("deleted +olga  tidy  \\(running\\)", events.Output);
    }

    private static string Bytes(string folder, string files) => string.Join('\n', Directory.EnumerateFiles(folder, files)
        .Order(StringComparer.Ordinal).Select(path => $"{Path.GetFileName(path)} {Convert.ToHexString(File.ReadAllBytes(path))}"));
}
