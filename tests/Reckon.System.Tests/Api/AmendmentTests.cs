using System.Net;
using Reckon.Api.Paging;
using Reckon.Api.Pools;
using Reckon.Api.Sweeps;
using Reckon.Contracts.Sweeps;
using Reckon.Evaluation.Documents;
using Reckon.System.Tests.Processes;
using Reckon.Testing;

namespace Reckon.System.Tests.Api;

public sealed class AmendmentTests(ApiFixture fixture)
{
    private const string Small = "- bestOfN: { n: [1, 4] }";
    private const string Large = """
        - bestOfN: { n: [1, 4, 16] }
          - beam: { n: [4], width: 4 }
        """;

    [Fact]
    public async Task Seeds_problems_and_values_of_n_are_added_without_drawing_anything_again()
    {
        await using var api = await ApiOnSilos.StartAsync(); // Of its own: what its workers draw is counted.
        using var folder = new TempFolder();
        var whole = SweepFileOnDisk.Write(folder, problems: 6, sampling: "seeds: [0, 1]", strategies: Large);
        using var run = await ReckonProcess.RunAsync("run", whole, "--out", folder.File("run"));
        Assert.True(run.ExitCode == 0, run.Error);
        await api.FinishAsync(Upload("mine", problems: 4, Small));
        var drawnFirst = await DrawnAsync(api);

        await api.FinishAsync(Upload("mine", problems: 6, Large, "[0, 1]") with { Amend = true, Why = "more of it" });

        Assert.True(drawnFirst > 0);
        Assert.Equal(SummaryJson.Read(File.ReadAllText(folder.File("run/summary.json"))).Timing!.GeneratedTokens, await DrawnAsync(api));
        Assert.Equal(File.ReadAllText(folder.File("run/outcomes.jsonl")), await api.LinesAsync("mine"));
        var events = await ApiOnSilos.ReadAsync<ItemPage<SweepEvent>>(api.GetAsync("v1/sweeps/mine/events"));
        Assert.Equal(
            [SweepEventKind.Submitted, SweepEventKind.Finished, SweepEventKind.Amended, SweepEventKind.Finished],
            events.Items.Select(happened => happened.Kind));
        Assert.Equal(("olga", "more of it"), (events.Items[2].Who, events.Items[2].Why));
    }

    [Fact]
    public async Task A_sweep_that_runs_is_amended_as_one_that_has_finished()
    {
        var api = await fixture.ApiAsync();
        await ApiOnSilos.ReadAsync<SubmittedView>(api.PostAsync("v1/sweeps", Upload("amended", problems: 20, Small)));

        await api.FinishAsync(Upload("amended", problems: 24, Small, "[0, 1]") with { Amend = true });
        await api.FinishAsync(Upload("fresh", problems: 24, Small, "[0, 1]"));

        Assert.Equal(await api.LinesAsync("fresh"), await api.LinesAsync("amended"));
    }

    [Theory]
    [InlineData(4, Small, "[0]", "sampling: { temperature: 0.5 }", "sampling.temperature: '0.8', now '0.5' (only seeds, problems")]
    [InlineData(3, Small, "[0]", "", "problems: 1 would be taken out, such as 'abacus-test-0004'")]
    [InlineData(4, "- bestOfN: { n: [1] }", "[0]", "", "would be taken out")]
    [InlineData(4, Small, "[1]", "", "seeds: '0' would be taken out")]
    public async Task What_is_no_addition_is_refused_with_the_reasons_and_nothing_is_changed(
        int problems, string strategies, string seeds, string sampling, string reason)
    {
        var api = await fixture.ApiAsync();
        var id = await api.FinishAsync(Upload("refused", problems: 4, Small));
        var before = await api.LinesAsync(id);

        var text = await ApiOnSilos.RefusedAsync(
            HttpStatusCode.Conflict,
            api.PostAsync("v1/sweeps", Upload(id, problems, strategies, seeds, sampling) with { Amend = true }));

        Assert.Contains(reason, text.Replace("\\u0027", "'", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(before, await api.LinesAsync(id));
    }

    [Fact]
    public async Task Another_sweep_under_a_taken_id_is_told_in_what_it_differs()
    {
        var api = await fixture.ApiAsync();
        var id = await api.FinishAsync(Upload("taken", problems: 4, Small));

        var text = await ApiOnSilos.RefusedAsync(HttpStatusCode.Conflict, api.PostAsync("v1/sweeps", Upload(id, problems: 5, Small)));

        Assert.Contains("dataset.limit", text, StringComparison.Ordinal);
        Assert.Contains("--amend", text, StringComparison.Ordinal);
    }

    private static async Task<long> DrawnAsync(ApiOnSilos api) =>
        (await ApiOnSilos.ReadAsync<ItemPage<PoolView>>(api.GetAsync("v1/pools"))).Items.Sum(pool => pool.GeneratedTokens);

    private static SweepUpload Upload(string id, int problems, string strategies, string seeds = "[0]", string sampling = "") =>
        ApiOnSilos.Upload() with
        {
            Id = id,
            Sweep = $$"""
                apiVersion: reckon/v1
                kind: Sweep
                name: small
                dataset: { path: test.jsonl, limit: {{problems}} }
                models: { proposer: abacus-proposer, verifier: abacus-prm }
                seeds: {{seeds}}
                {{sampling}}
                strategies:
                  {{strategies.ReplaceLineEndings("\n")}}
                """,
        };
}
