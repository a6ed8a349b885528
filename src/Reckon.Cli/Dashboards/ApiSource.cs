using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Reckon.Api;
using Reckon.Api.Paging;
using Reckon.Api.Pools;
using Reckon.Api.Security;
using Reckon.Api.Sweeps;
using Reckon.Cli.Client;
using Reckon.Contracts.Sweeps;
using Reckon.Dashboard.Methods;
using Reckon.Dashboard.Problems;
using Reckon.Dashboard.Sources;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Sweeps;
using Reckon.Evaluation.Trees;
using Reckon.Search.Strategies;

namespace Reckon.Cli.Dashboards;

/// <summary>Sweeps of a cluster, read over its API with one caller's token.</summary>
internal sealed class ApiSource(ApiClient api, StrategyRegistry strategies, TimeProvider time) : ISweepSource
{
    private const int MostStates = 50; // Of the newest sweeps; older ones are listed by their entry.
    private const int MostEventPages = 20;

    private readonly ApiReader _reader = new(api);
    private readonly LiveProblems _problems = new(api, time);
    private readonly ConcurrentDictionary<(string Id, SweepPhase Phase), SweepState> _over = new();
    private readonly ConcurrentDictionary<string, ReadDetails> _details = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool IsLive => true;

    /// <inheritdoc/>
    public async Task<Caller> CallerAsync(CancellationToken cancellationToken)
    {
        var caller = await _reader.GetAsync<CallerView>("v1/caller", cancellationToken);
        return new Caller(caller.Name, caller.Role == ApiRole.Operator);
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<SweepState>> ListAsync(CancellationToken cancellationToken)
    {
        var page = await _reader.GetAsync<ItemPage<SweepEntry>>("v1/sweeps", cancellationToken);
        var newest = await Task.WhenAll(page.Items.Take(MostStates).Select(entry => StateOfAsync(entry, cancellationToken)));
        return [.. newest, .. page.Items.Skip(MostStates).Select(SweepStates.Of)];
    }

    /// <inheritdoc/>
    public async Task<SweepPicture> FindAsync(string id, CancellationToken cancellationToken)
    {
        var view = await _reader.GetAsync<SweepView>(PathOf(id), cancellationToken);
        var details = await DetailsAsync(id, view.SpecHash, cancellationToken);
        var state = SweepStates.Of(view, details.View.Name, details.View.Created) with { Budget = details.Spec.SweepBudget };
        var summary = view.Done == 0 ? null : await SummaryAsync(id, cancellationToken);
        return new SweepPicture(
            state with { Best = summary is null ? state.Best : MethodGrid.Best(summary) }, details.Spec, details.Answers, summary);
    }

    /// <inheritdoc/>
    public async Task<ProblemTable> ProblemsAsync(string id, CancellationToken cancellationToken) => await _problems.OfAsync(
        PathOf(id), await _reader.GetAsync<SweepView>(PathOf(id), cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async Task<ProblemTrees?> TreesAsync(string id, string problem, CancellationToken cancellationToken)
    {
        var text = await _reader.TextAsync($"{PathOf(id)}/tree?problem={Uri.EscapeDataString(problem)}", cancellationToken);
        return ApiReader.Read(() => ProblemTreesJson.Read(text.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<SweepEvent>> EventsAsync(string id, CancellationToken cancellationToken)
    {
        var events = ImmutableArray.CreateBuilder<SweepEvent>();
        string? cursor = null;
        for (var pages = 0; pages < MostEventPages; pages++)
        {
            var page = await _reader.GetAsync<ItemPage<SweepEvent>>(
                $"{PathOf(id)}/events" + (cursor is null ? "" : $"?cursor={Uri.EscapeDataString(cursor)}"), cancellationToken);
            events.AddRange(page.Items);
            if ((cursor = page.Cursor) is null)
            {
                break;
            }
        }

        return events.ToImmutable();
    }

    /// <inheritdoc/>
    public async Task<ClusterPicture> ClusterAsync(CancellationToken cancellationToken)
    {
        var view = await _reader.GetAsync<ClusterView>("v1/cluster", cancellationToken);
        var sweeps = await ListAsync(cancellationToken);
        var waiting = sweeps.Where(sweep => !sweep.Waits.IsEmpty || sweep.Phase == SweepPhase.Stopped);
        return new ClusterPicture(view, [.. waiting.Select(WithReason)]);
    }

    /// <inheritdoc/>
    public Task OrderAsync(string id, SweepRequest request, CancellationToken cancellationToken) => _reader.PostAsync(
        $"{PathOf(id)}/{request.Act.ToString().ToLowerInvariant()}",
        request.Act == SweepAct.Retune ? new TuneRequest(request.Window, request.Priority, request.Why) : new OrderRequest(request.Why),
        cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<SweepState> ChangesAsync(string id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var follower = new SweepFollower(api, Uri.EscapeDataString(id));
        await using var events = follower.EventsAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await MoveAsync(events))
        {
            if (events.Current.Event == "status")
            {
                var view = JsonSerializer.Deserialize<SweepView>(events.Current.Document, ApiJson.ForClients)!;
                yield return SweepStates.Of(view, id, created: null);
            }
        }
    }

    private static SweepState WithReason(SweepState sweep) => sweep.Waits.IsEmpty ? sweep with { Waits = ["paused"] } : sweep;

    private static async Task<bool> MoveAsync(IAsyncEnumerator<(string Event, string Document)> events)
    {
        try
        {
            return await events.MoveNextAsync();
        }
        catch (ApiFailedException cause)
        {
            throw ApiReader.Told(cause);
        }
    }

    private static string PathOf(string id) => $"v1/sweeps/{Uri.EscapeDataString(id)}";

    // What is over stays as it is, unless it goes on; then its phase changes.
    private async Task<SweepState> StateOfAsync(SweepEntry entry, CancellationToken cancellationToken)
    {
        if (_over.TryGetValue((entry.Id, entry.Phase), out var known) && known.Created == entry.Created)
        {
            return known;
        }

        var view = await _reader.GetAsync<SweepView>(PathOf(entry.Id), cancellationToken);
        var state = SweepStates.Of(view, entry.Name, entry.Created) with
        {
            Budget = await BudgetAsync(entry.Id, view.SpecHash, cancellationToken),
        };
        if (state.IsOver && view.Done > 0 && await SummaryAsync(entry.Id, cancellationToken) is { } summary)
        {
            state = state with { Best = MethodGrid.Best(summary) };
        }

        return state.IsOver && state.Phase == entry.Phase ? _over[(entry.Id, entry.Phase)] = state : state;
    }

    // A list is of use without: the spec of a plugin's strategy can be read only where the plugin is.
    private async Task<SweepBudget?> BudgetAsync(string id, string specHash, CancellationToken cancellationToken)
    {
        try
        {
            return (await DetailsAsync(id, specHash, cancellationToken)).Spec.SweepBudget;
        }
        catch (SourceException)
        {
            return null;
        }
    }

    private async Task<ReadDetails> DetailsAsync(string id, string specHash, CancellationToken cancellationToken) =>
        _details.TryGetValue(id, out var known) && known.View.SpecHash == specHash
            ? known
            : _details[id] = ReadDetails.Of(
                await _reader.GetAsync<DetailsView>($"{PathOf(id)}/details", cancellationToken), strategies);

    // Null where the API makes none: for a sweep that is too large for it.
    private async Task<SweepSummary?> SummaryAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var view = await _reader.GetAsync<SummaryView>($"{PathOf(id)}/summary", cancellationToken);
            return ApiReader.Read(() => SummaryJson.Read(view.Summary.GetRawText()));
        }
        catch (SourceException cause) when (cause.Fault == SourceFault.Refused)
        {
            return null;
        }
    }
}
