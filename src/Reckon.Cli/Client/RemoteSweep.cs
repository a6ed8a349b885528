using System.Collections.Immutable;
using System.Text.Json;
using Reckon.Api;
using Reckon.Api.Paging;
using Reckon.Api.Sweeps;

namespace Reckon.Cli.Client;

/// <summary>Reads one sweep of a cluster. Nothing but its API is needed for that. An answer that breaks off is asked for again.</summary>
internal sealed class RemoteSweep(ApiClient api, string id)
{
    private const string Json = "application/json";
    private const string Lines = "application/x-ndjson";
    private const string NextCursor = "Reckon-Next-Cursor";
    private const int Attempts = 5;

    /// <summary>The sweep's id.</summary>
    public string Id => id;

    /// <summary>How far it is.</summary>
    public Task<SweepView> StatusAsync(CancellationToken cancellationToken) => ReadAsync<SweepView>("", cancellationToken);

    /// <summary>What it is.</summary>
    public Task<DetailsView> DetailsAsync(CancellationToken cancellationToken) => ReadAsync<DetailsView>("/details", cancellationToken);

    /// <summary>A page of its problems, without their trials.</summary>
    public Task<ItemPage<ProblemView>> ProblemsAsync(string? cursor, CancellationToken cancellationToken) =>
        ReadAsync<ItemPage<ProblemView>>($"/problems?brief=true&limit={ProblemView.MostOfPage}{CursorOf(cursor)}", cancellationToken);

    /// <summary>The trees of some problems, from the place <paramref name="first"/> on.</summary>
    public Task<ItemPage<TreesItem>> TreesAsync(int first, CancellationToken cancellationToken) =>
        ReadAsync<ItemPage<TreesItem>>($"/trees?cursor={first}", cancellationToken);

    /// <summary>The lines of the trees of one problem.</summary>
    public async Task<ImmutableArray<string>> TreeAsync(string problem, CancellationToken cancellationToken)
    {
        var text = await ReadAsync(
            $"/tree?problem={Uri.EscapeDataString(problem)}", Lines, answer => answer.Content.ReadAsStringAsync(cancellationToken), cancellationToken);
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>A page of outcomes, a line for each, and the cursor of the next page; null at the end.</summary>
    public Task<(string Lines, string? Next)> OutcomesAsync(string? cursor, CancellationToken cancellationToken) => ReadAsync(
        $"/results?onePage=true{CursorOf(cursor)}",
        Lines,
        async answer =>
        {
            var lines = await answer.Content.ReadAsStringAsync(cancellationToken);
            return (lines, answer.Headers.TryGetValues(NextCursor, out var next) && next.First() is { Length: > 0 } there ? there : null);
        },
        cancellationToken);

    /// <summary>The document at <paramref name="path"/> below the sweep.</summary>
    public Task<string> TextAsync(string path, CancellationToken cancellationToken) =>
        ReadAsync(path, Json, answer => answer.Content.ReadAsStringAsync(cancellationToken), cancellationToken);

    private static string CursorOf(string? cursor) => cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}";

    private async Task<T> ReadAsync<T>(string path, CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize<T>(await TextAsync(path, cancellationToken), ApiJson.ForClients)!;

    private async Task<T> ReadAsync<T>(
        string path, string accept, Func<HttpResponseMessage, Task<T>> read, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var answer = await api.OpenAsync($"v1/sweeps/{Uri.EscapeDataString(id)}{path}", accept, lastEvent: null, cancellationToken);
                return await read(answer);
            }
            catch (Exception cause) when (cause is IOException or HttpRequestException && attempt < Attempts)
            {
                // It broke off in the middle.
            }
        }
    }
}
