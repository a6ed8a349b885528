using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Trees;
using Xunit;

namespace Reckon.Testing;

/// <summary>
/// A search whose draws come one at a time, in an order that the test chooses. It fails the test where something is drawn that was not
/// granted.
/// </summary>
public sealed class HeldSearch : INodeExpander, IDisposable
{
    private readonly Turns _turns = new();
    private readonly SimulatedSearch _search;
    private readonly SearchTask _task;
    private readonly WatchedGate _gate;
    private readonly List<HeldDraw> _held = [];
    private readonly CancellationTokenSource _deadline = new();
    private readonly CancellationTokenSource _cancellation = new();
    private TokenCost _spent;
    private bool _hasReadPrompt;
    private Task<SearchResult>? _running;

    private HeldSearch(SimulatedSearch search, SearchTask task, Budget budget)
    {
        (_search, _task) = (search, task with { Price = search.Price });
        _gate = new WatchedGate(budget, search.Price.Sizes);
    }

    /// <summary>What is in flight, in the order in which it was begun.</summary>
    public IReadOnlyList<HeldDraw> Held => _held;

    /// <summary>Draws that were begun while others of an earlier round were in flight.</summary>
    public int Early { get; private set; }

    /// <summary>The account now.</summary>
    public BudgetLedger Ledger => _gate.Ledger;

    /// <summary>Whether it has ended.</summary>
    public bool IsOver => _running!.IsCompleted; // It has been started.

    /// <summary>The search, which waits for its first draw.</summary>
    public static HeldSearch Start(SimulatedSearch search, SearchTask task, Budget? budget = null)
    {
        var held = new HeldSearch(search, task, budget ?? Budget.Unlimited);
        held._turns.Run(() => held._running = new SearchRunner(held, held._gate).RunAsync(held._task, held._deadline.Token, held._cancellation.Token));
        return held;
    }

    /// <summary>Lets one of <see cref="Held"/> come, and all follow from it that does.</summary>
    public void Answer(HeldDraw draw) => _turns.Run(draw.Come);

    /// <summary>Lets all come but <paramref name="kept"/>, until nothing else is in flight.</summary>
    public void AnswerAllBut(params HeldDraw[] kept)
    {
        while (_held.Except(kept).FirstOrDefault() is { } next)
        {
            Answer(next);
        }
    }

    /// <summary>Lets all come, in an order that <paramref name="random"/> chooses.</summary>
    public void AnswerAll(Random random)
    {
        while (_held.Count > 0)
        {
            Answer(_held[random.Next(_held.Count)]);
        }
    }

    /// <summary>Lets one of <see cref="Held"/> fail.</summary>
    public void Fail(HeldDraw draw, string reason) => _turns.Run(() => draw.Fail(new InvalidOperationException(reason)));

    /// <summary>Its time is over.</summary>
    public void EndTime() => _turns.Run(_deadline.Cancel);

    /// <summary>Cancels it.</summary>
    public void Cancel() => _turns.Run(_cancellation.Cancel);

    /// <summary>The end of a search that waits for no draw any more.</summary>
    public Task<SearchResult> EndAsync()
    {
        _turns.RunUntil(() => IsOver);
        return _running!; // It has been started.
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _deadline.Dispose();
        _cancellation.Dispose();
        _turns.Dispose();
    }

    /// <inheritdoc/>
    public async Task<ExpandReply> ExpandAsync(ExpandRequest request, CancellationToken cancellationToken)
    {
        var draw = new HeldDraw(request);
        Early += _held.Exists(other => other.Depth < draw.Depth) ? 1 : 0;
        _held.Add(draw);
        try
        {
            CheckGrant();
            await draw.Comes.WaitAsync(cancellationToken);
        }
        finally
        {
            _held.Remove(draw);
        }

        var reply = await _search.Expander.ExpandAsync(request, cancellationToken);
        _spent += reply.Cost + (_hasReadPrompt ? TokenCost.Zero : reply.Prompt);
        _hasReadPrompt = true;
        return reply;
    }

    // The most that everything in flight can cost, beside what has been spent, must have been granted before.
    private void CheckGrant()
    {
        var most = _spent + _search.Price.Of(
            [.. _held.Select(draw => new Expansion(SearchTree.Root, draw.Request.Count, draw.Request.Extent))], _task.Sampling);
        most += _hasReadPrompt ? TokenCost.Zero : _search.Price.OfPrompt(_task.Problem);
        var amounts = Amounts.Of(Cost.Zero.After(0, most), _search.Price.Sizes);
        Assert.True(amounts.IsWithin(_gate.Ledger.Reserved), $"{amounts} may be spent, and {_gate.Ledger.Reserved} is granted.");
    }
}
