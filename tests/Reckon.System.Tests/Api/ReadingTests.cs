using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Reckon.Api;
using Reckon.Api.Paging;
using Reckon.Api.Pools;
using Reckon.Api.Sweeps;
using Reckon.Contracts.Sweeps;
using Reckon.Evaluation.Documents;

namespace Reckon.System.Tests.Api;

public sealed class ReadingTests(ApiFixture fixture) : IAsyncLifetime
{
    private const string Id = "reading";

    private ApiOnSilos _api = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await fixture.ApiAsync();
        await _api.FinishAsync(ApiOnSilos.Upload() with { Id = Id });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Problems_are_listed_by_pages_and_found_by_what_they_are()
    {
        var first = await ProblemsAsync("limit=3");
        var rest = await ProblemsAsync($"limit=3&cursor={first.Cursor}");

        Assert.Equal([0, 1, 2, 3], first.Items.Concat(rest.Items).Select(problem => problem.Place));
        Assert.Equal((true, false, null), (first.Truncated, rest.Truncated, rest.Cursor));
        Assert.All(first.Items, problem => Assert.Equal((ProblemPhase.Done, 3, 0, 3), (problem.Phase, problem.Done, problem.Failed, problem.Correct.Length)));
        Assert.Equal(["abacus-test-0002"], (await ProblemsAsync("text=0002")).Items.Select(problem => problem.Id));
        Assert.Empty((await ProblemsAsync("result=failed")).Items);
        Assert.Empty((await ProblemsAsync("phase=running")).Items);
        var results = await Task.WhenAll(new[] { "right", "wrong", "mixed" }.Select(result => ProblemsAsync($"result={result}")));
        Assert.Equal(4, results.Sum(page => page.Items.Length));
        Assert.All(results[0].Items, problem => Assert.All(problem.Correct, right => Assert.Equal(problem.Done, right)));
    }

    [Fact]
    public async Task The_status_of_a_sweep_tells_how_its_runs_do()
    {
        var view = await ApiOnSilos.ReadAsync<SweepView>(_api.GetAsync($"v1/sweeps/{Id}"));
        var summary = await SummaryAsync();

        Assert.Equal(1, view.Share);
        Assert.Equal(
            summary.Runs.Select(run => (run.Run, run.Trials, run.Accuracy)), view.Runs.Select(run => (run.Run, (int)run.Trials, run.Accuracy)));
        Assert.All(view.Runs, run => Assert.True(0 <= run.Low && run.Low <= run.Accuracy && run.Accuracy <= run.High && run.High <= 1, $"{run}"));
        Assert.Null(view.Pace); // It has ended.
    }

    [Fact]
    public async Task The_cluster_is_read_and_watched_with_its_pools_workers_and_silos()
    {
        var view = await ApiOnSilos.ReadAsync<ClusterView>(_api.GetAsync("v1/cluster"));
        using var answer = await _api.SendAsync(HttpMethod.Get, "v1/cluster/watch");
        await using var stream = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var told = await SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken).FirstAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["abacus-prm", "abacus-proposer"], view.Pools.Select(pool => pool.Pool.Split('@')[0]));
        var worker = Assert.Single(view.Workers);
        Assert.Equal((0, false, false, 2), (worker.Device, worker.IsDraining, worker.IsSilent, worker.Models.Length));
        Assert.All(worker.Models, model => Assert.True(model.ModelSeconds > 0 && model.Rows > 0, $"{model}"));
        var silo = Assert.Single(view.Silos);
        Assert.Equal(("Active", true, true), (silo.Status, silo.IsCoordinator, silo.IsWorker));
        Assert.Equal("cluster", told.EventType);
        Assert.Single(JsonSerializer.Deserialize<ClusterView>(told.Data, ApiJson.ForClients)!.Workers);
    }

    [Theory]
    [InlineData("tree?problem=abacus-test-9", HttpStatusCode.NotFound, "Did you mean")]
    [InlineData("tree?problem=../../etc", HttpStatusCode.NotFound, "Its first are")]
    [InlineData("tree", HttpStatusCode.BadRequest, "problem")]
    [InlineData("trees/99", HttpStatusCode.NotFound, "4 problems")]
    [InlineData("trees?cursor=-1", HttpStatusCode.BadRequest, "cursor")]
    [InlineData("problems?cursor=x", HttpStatusCode.BadRequest, "cursor")]
    [InlineData("problems?limit=0", HttpStatusCode.BadRequest, "limit")]
    [InlineData("problems?phase=never", HttpStatusCode.BadRequest, "phase")]
    [InlineData("problems?level=x", HttpStatusCode.BadRequest, "level")]
    public async Task What_is_not_there_or_cannot_be_meant_is_refused(string path, HttpStatusCode status, string message) =>
        Assert.Contains(message, await ApiOnSilos.RefusedAsync(status, _api.GetAsync($"v1/sweeps/{Id}/{path}")), StringComparison.Ordinal);

    [Theory]
    [InlineData("problems?cursor=2147483647")]
    [InlineData("trees?cursor=2147483647")]
    [InlineData("results?cursor=2147483647.0")]
    public async Task A_cursor_behind_the_end_gives_an_empty_page(string path)
    {
        var page = await ApiOnSilos.ReadAsync<ItemPage<JsonElement>>(_api.GetAsync($"v1/sweeps/{Id}/{path}"));

        Assert.Equal((0, false, null), (page.Items.Length, page.Truncated, page.Cursor));
    }

    [Theory]
    [InlineData("models")]
    [InlineData("pools")]
    [InlineData("workers")]
    [InlineData("list")]
    [InlineData("status", Id)]
    [InlineData("events", Id)]
    [InlineData("problems", Id)]
    [InlineData("summary", Id)]
    [InlineData("results", Id)]
    public async Task Every_command_that_reads_has_one_envelope_for_programs_and_something_for_people(params string[] command)
    {
        var json = await _api.RunAsync([.. command, "--json"]);
        var plain = await _api.RunAsync(command);

        Assert.True(json.ExitCode == 0 && plain.ExitCode == 0, json.Error + plain.Error);
        using var document = JsonDocument.Parse(json.Output);
        Assert.Equal(["asOf", "items", "cursor", "truncated"], document.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.NotEmpty(document.RootElement.GetProperty("items").EnumerateArray());
        Assert.NotEmpty(plain.Output);
    }

    [Fact]
    public async Task The_description_names_every_address_that_the_document_does()
    {
        using var answer = await _api.GetAsync("openapi/v1.json");
        using var description = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var text = await File.ReadAllTextAsync(Reckon.Testing.RepositoryRoot.PathTo("docs", "api.md"), TestContext.Current.CancellationToken);
        var paths = description.RootElement.GetProperty("paths").EnumerateObject().ToList();

        Assert.All(paths, path => Assert.Contains(path.Name.Split('/')[^1].Trim('{', '}'), text, StringComparison.Ordinal));
        Assert.All(
            paths.SelectMany(path => path.Value.EnumerateObject()),
            operation => Assert.NotEmpty(operation.Value.GetProperty("summary").GetString()!));
        var schemas = description.RootElement.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(schema => schema.Name).ToList();
        Assert.All(
            new[] { nameof(SweepView), nameof(RunView), nameof(ClusterView), nameof(WorkerView), nameof(DetailsView), nameof(SummaryView), nameof(SubmittedView) },
            name => Assert.Contains(name, schemas));
    }

    private async Task<Evaluation.Reports.SweepSummary> SummaryAsync() => SummaryJson.Read(
        (await ApiOnSilos.ReadAsync<SummaryView>(_api.GetAsync($"v1/sweeps/{Id}/summary"))).Summary.GetRawText());

    private Task<ItemPage<ProblemView>> ProblemsAsync(string query) =>
        ApiOnSilos.ReadAsync<ItemPage<ProblemView>>(_api.GetAsync($"v1/sweeps/{Id}/problems?{query}"));
}
