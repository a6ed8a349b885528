using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Reckon.Api.Paging;
using Reckon.Api.Sweeps;
using Reckon.Contracts.Models;
using Reckon.Contracts.Sweeps;
using Reckon.System.Tests.Processes;
using Reckon.Testing;

namespace Reckon.System.Tests.Api;

public sealed class SweepApiTests(ApiFixture fixture) : IAsyncLifetime
{
    private const int Trials = 12;

    private static string Mine => TestContext.Current.TestMethod!.MethodName is { Length: > 40 } name ? name[..40] : TestContext.Current.TestMethod!.MethodName;

    private ApiOnSilos _api = null!;

    public async ValueTask InitializeAsync() => _api = await fixture.ApiAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_sweep_that_is_submitted_has_the_outcomes_of_a_run_on_one_machine()
    {
        using var folder = new TempFolder();
        var sweep = SweepFileOnDisk.Write(folder, 4, strategies: "- bestOfN: { n: [1, 4] }\n  - beam: { n: [4], width: 2 }");
        using var run = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("out"));
        Assert.True(run.ExitCode == 0, run.Error);

        var id = await _api.FinishAsync(ApiOnSilos.Upload() with { Id = Mine });

        Assert.Equal(File.ReadAllText(folder.File("out/outcomes.jsonl")), await _api.LinesAsync(id));
    }

    [Fact]
    public async Task The_models_are_those_that_workers_serve()
    {
        var models = await ApiOnSilos.ReadAsync<ItemPage<ModelDescription>>(_api.GetAsync("v1/models"));

        Assert.Equal([("abacus-prm", true), ("abacus-proposer", false)], models.Items.Select(model => (model.Name, model.IsVerifier)));
    }

    [Fact]
    public async Task Submitting_a_sweep_again_changes_nothing()
    {
        var id = await _api.FinishAsync(ApiOnSilos.Upload() with { Id = Mine });

        var again = await ApiOnSilos.ReadAsync<SubmittedView>(_api.PostAsync("v1/sweeps", ApiOnSilos.Upload() with { Id = Mine }));

        Assert.Equal((Mine, id, Trials), (again.Id, id, again.Trials));
        var events = await ApiOnSilos.ReadAsync<ItemPage<SweepEvent>>(_api.GetAsync($"v1/sweeps/{Mine}/events"));
        Assert.Equal([SweepEventKind.Submitted, SweepEventKind.Finished], events.Items.Select(happened => happened.Kind));
        Assert.Equal("olga", events.Items[0].Who);
    }

    [Fact]
    public async Task Another_sweep_cannot_take_an_id_that_is_taken()
    {
        await _api.FinishAsync(ApiOnSilos.Upload() with { Id = Mine });

        var text = await ApiOnSilos.RefusedAsync(
            HttpStatusCode.Conflict, _api.PostAsync("v1/sweeps", ApiOnSilos.Upload(problems: 5) with { Id = Mine }));

        Assert.Contains(Mine, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_are_read_by_pages()
    {
        var id = await _api.FinishAsync(ApiOnSilos.Upload() with { Id = Mine });

        List<JsonElement> all = [];
        for (string? cursor = null, next = ""; next is not null; cursor = next)
        {
            var page = await ApiOnSilos.ReadAsync<ItemPage<JsonElement>>(
                _api.GetAsync($"v1/sweeps/{id}/results{(cursor is null ? "" : $"?cursor={cursor}")}"));
            all.AddRange(page.Items);
            Assert.Equal(page.Truncated, page.Cursor is not null);
            next = page.Cursor;
        }

        Assert.Equal(Trials, all.Count);
    }

    [Fact]
    public async Task A_watcher_that_comes_back_gets_the_events_that_it_has_not_seen()
    {
        var id = await _api.FinishAsync(ApiOnSilos.Upload() with { Id = Mine });

        var all = await WatchAsync(id, lastEvent: null);
        var rest = await WatchAsync(id, all.First(item => item.EventType == "event").EventId);

        Assert.Equal(["event", "event", "status"], all.Select(item => item.EventType));
        Assert.Equal(["event", "status"], rest.Select(item => item.EventType));
        Assert.Contains("\"phase\":\"finished\"", all[^1].Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sweep_is_paused_resumed_cancelled_and_deleted_with_the_reason_on_record()
    {
        const string id = "long";
        await ApiOnSilos.ReadAsync<SubmittedView>(_api.PostAsync("v1/sweeps", ApiOnSilos.Upload(problems: 200) with { Id = id }));

        var tuned = await ApiOnSilos.ReadAsync<SweepView>(
            _api.PostAsync($"v1/sweeps/{id}/retune", new TuneRequest(Window: 2, Priority: 3, "others wait")));
        var paused = await ApiOnSilos.ReadAsync<SweepView>(_api.PostAsync($"v1/sweeps/{id}/pause", new OrderRequest("lunch")));
        var resumed = await ApiOnSilos.ReadAsync<SweepView>(_api.PostAsync($"v1/sweeps/{id}/resume", new OrderRequest()));
        var cancelled = await ApiOnSilos.ReadAsync<SweepView>(_api.PostAsync($"v1/sweeps/{id}/cancel", new OrderRequest("wrong model")));

        Assert.Equal(
            [SweepPhase.Stopped, SweepPhase.Running, SweepPhase.Cancelled], new[] { paused, resumed, cancelled }.Select(view => view.Phase));
        var events = await ApiOnSilos.ReadAsync<ItemPage<SweepEvent>>(_api.GetAsync($"v1/sweeps/{id}/events"));
        Assert.Equal(["", "others wait", "lunch", "", "wrong model"], events.Items.Select(happened => happened.Why));
        Assert.Equal((SweepEventKind.Retuned, "priority 0 to 3; window none to 2"), (events.Items[1].Kind, events.Items[1].What));
        Assert.Equal((2, 3), (tuned.Window, tuned.Priority));
        var refusal = await ApiOnSilos.RefusedAsync(
            HttpStatusCode.BadRequest, _api.PostAsync($"v1/sweeps/{id}/retune", new TuneRequest(Priority: 1_001)));
        Assert.Contains("from 0 to 1000", refusal, StringComparison.Ordinal);
        await ApiOnSilos.RefusedAsync(HttpStatusCode.Conflict, _api.PostAsync($"v1/sweeps/{id}/resume", new OrderRequest()));
        using var deleted = await _api.SendAsync(HttpMethod.Delete, $"v1/sweeps/{id}");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        await ApiOnSilos.RefusedAsync(HttpStatusCode.NotFound, _api.GetAsync($"v1/sweeps/{id}"));
        Assert.DoesNotContain((await ApiOnSilos.ReadAsync<ItemPage<SweepEntry>>(_api.GetAsync("v1/sweeps"))).Items, sweep => sweep.Id == id);
    }

    private async Task<List<SseItem<string>>> WatchAsync(string id, string? lastEvent)
    {
        using var answer = await _api.SendAsync(HttpMethod.Get, $"v1/sweeps/{id}/watch", headers: ("Last-Event-ID", lastEvent ?? ""));
        await using var stream = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        List<SseItem<string>> items = [];
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken))
        {
            items.Add(item);
        }

        return items;
    }
}
