using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Testing;

namespace Reckon.Benchmarks.Rounds;

/// <summary>
/// A device with room for every draw, on a clock of its own: a draw takes as long as the longest of its children, whose lengths are
/// exponential, as no other work or load can disturb.
/// </summary>
internal sealed class VirtualDevice(SimulatedSearch search) : INodeExpander
{
    private const double MeanLength = 30;
    private const int LengthPlace = 2_000_000; // In a key's stream, past what the search draws.

    private readonly PriorityQueue<TaskCompletionSource, double> _inFlight = new();
    private double _now;

    /// <summary>Tokens' worth of time that <paramref name="task"/> takes.</summary>
    public static async Task<double> TimeAsync(SimulatedSearch search, SearchTask task)
    {
        using var turns = new Turns();
        var device = new VirtualDevice(search);
        Task<SearchResult>? running = null;
        turns.Run(() => running = new SearchRunner(device, new LocalBudgetGate(Budget.Unlimited)).RunAsync(task, CancellationToken.None));
        while (device._inFlight.TryDequeue(out var next, out var time))
        {
            device._now = time;
            turns.Run(next.SetResult);
        }

        await running!; // It was started above.
        return device._now;
    }

    /// <inheritdoc/>
    public async Task<ExpandReply> ExpandAsync(ExpandRequest request, CancellationToken cancellationToken)
    {
        var comes = new TaskCompletionSource();
        var longest = Enumerable.Range(0, request.Count)
            .Max(place => -MeanLength * Math.Log(1 - request.Prefix.Key.Child(request.IndexAt(place)).Uniform(LengthPlace)));
        _inFlight.Enqueue(comes, _now + longest);
        await comes.Task;
        return await search.Expander.ExpandAsync(request, cancellationToken);
    }
}
