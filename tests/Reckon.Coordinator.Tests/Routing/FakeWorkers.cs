using System.Collections.Concurrent;
using Reckon.Contracts.Workers;
using Reckon.Coordinator.Routing;

namespace Reckon.Coordinator.Tests.Routing;

/// <summary>The workers' side of a router: keeps every sending until the test answers it.</summary>
internal sealed class FakeWorkers : IDisposable
{
    private readonly ConcurrentQueue<Sending> _sendings = new();
    private readonly SemaphoreSlim _arrived = new(0);

    public async Task<WorkAnswers<string>> SendAsync(
        string worker, IReadOnlyList<int> requests, CancellationToken cancellationToken)
    {
        var sending = new Sending(worker, requests, cancellationToken);
        _sendings.Enqueue(sending);
        _arrived.Release();
        return new WorkAnswers<string>(await sending.Answer.Task, Report: null);
    }

    /// <summary>The next sending, when it comes.</summary>
    public async Task<Sending> NextAsync()
    {
        Assert.True(await _arrived.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken), "Nothing was sent.");
        Assert.True(_sendings.TryDequeue(out var sending));
        return sending!;
    }

    /// <summary>Sendings that nobody has taken.</summary>
    public int Unseen => _sendings.Count;

    public void Dispose() => _arrived.Dispose();

    internal sealed record Sending(string Worker, IReadOnlyList<int> Requests, CancellationToken Abandoned)
    {
        public TaskCompletionSource<IReadOnlyList<WorkAnswer<string>>> Answer { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Done() =>
            Answer.SetResult([.. Requests.Select(request => new WorkAnswer<string>(WorkStatus.Done, $"reply {request}", null))]);

        public void All(WorkStatus status, string? error = null) =>
            Answer.SetResult([.. Requests.Select(_ => new WorkAnswer<string>(status, null, error))]);
    }
}
