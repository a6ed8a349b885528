using Reckon.Search.Trees;

namespace Reckon.Search.Running;

/// <summary>
/// What a search has asked for and not used yet: its round, and what of later rounds was begun early. A continuation is known by its
/// path, which does not depend on what else the tree holds.
/// </summary>
/// <param name="expander">Draws and judges.</param>
/// <param name="task">The search.</param>
/// <param name="inTime">Cancelled when its time is over, and here when it ends before all is used.</param>
internal sealed class SearchDraws(INodeExpander expander, SearchTask task, CancellationTokenSource inTime) : IAsyncDisposable
{
    private readonly Dictionary<(string Path, int FirstChild), Begun> _begun = [];

    /// <summary>What is in flight now.</summary>
    public Task<ExpandReply>[] InFlight => [.. _begun.Values.Select(begun => begun.Draw).Where(draw => !draw.IsCompleted)];

    /// <summary>Whether <paramref name="expansion"/> of <paramref name="tree"/> has been begun and not used.</summary>
    public bool IsBegun(SearchTree tree, Expansion expansion) => _begun.ContainsKey(KeyOf(tree, expansion));

    /// <summary>
    /// The draw of <paramref name="expansion"/> for the round after those of <paramref name="tree"/>; begins it where it was not.
    /// </summary>
    public Task<ExpandReply> Begin(SearchTree tree, Expansion expansion)
    {
        var key = KeyOf(tree, expansion);
        if (!_begun.TryGetValue(key, out var begun))
        {
            begun = new Begun(tree.Rounds + 1, expander.ExpandAsync(tree.RequestOf(task, expansion), inTime.Token));
            _begun.Add(key, begun);
        }

        return begun.Draw;
    }

    /// <summary>Draws and uses the next round; null when the time is over, which drops what is in flight.</summary>
    /// <param name="tree">The rounds that have ended.</param>
    /// <param name="round">The round.</param>
    /// <param name="early">What to begin meanwhile; null for nothing.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public async Task<ExpandReply[]?> TryDrawAsync(
        SearchTree tree, IReadOnlyList<Expansion> round, EarlyDraws? early, CancellationToken cancellationToken)
    {
        try
        {
            inTime.Token.ThrowIfCancellationRequested();
            ThrowIfUnused(tree, round);
            Task<ExpandReply>[] drawn = [.. round.Select(expansion => Begin(tree, expansion))];
            await (early?.WaitAsync(this, tree, round, drawn, cancellationToken) ?? Task.CompletedTask);
            var replies = await Task.WhenAll(drawn);
            Use(tree, round);
            return replies;
        }
        catch (OperationCanceledException) when (inTime.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <exception cref="InvalidOperationException">
    /// Something was begun early for the round after those of <paramref name="tree"/>, whose <paramref name="plan"/> does not hold it.
    /// </exception>
    public void ThrowIfUnused(SearchTree tree, IReadOnlyList<Expansion> plan)
    {
        var round = tree.Rounds + 1;
        var planned = plan.Select(expansion => KeyOf(tree, expansion)).ToHashSet();
        if (_begun.Any(begun => begun.Value.Round == round && !planned.Contains(begun.Key)))
        {
            throw new InvalidOperationException($"The strategy planned an expansion ahead that its round {round} does not hold.");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_begun.Count > 0)
        {
            await inTime.CancelAsync();
            Task all = Task.WhenAll(_begun.Values.Select(begun => begun.Draw));
            await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }

    private void Use(SearchTree tree, IReadOnlyList<Expansion> round)
    {
        foreach (var expansion in round)
        {
            _begun.Remove(KeyOf(tree, expansion));
        }
    }

    private static (string Path, int FirstChild) KeyOf(SearchTree tree, Expansion expansion) =>
        (string.Join('.', tree.PathOf(tree.PlaceOf(expansion))), tree.FirstChild(expansion));

    private sealed record Begun(int Round, Task<ExpandReply> Draw);
}
