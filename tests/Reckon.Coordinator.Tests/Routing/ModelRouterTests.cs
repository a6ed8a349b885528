using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Reckon.Contracts.Workers;
using Reckon.Coordinator.Routing;
using Reckon.Coordinator.Routing.Queues;

namespace Reckon.Coordinator.Tests.Routing;

public sealed class ModelRouterTests : IDisposable
{
    private readonly FakeCatalog _catalog = new();
    private readonly FakeWorkers _workers = new();
    private readonly FakeTimeProvider _time = new();
    private readonly RouterOptions _options = new() { MaxAttempts = 3, MaxWaiting = 8 };
    private readonly ModelRouter<int, string> _router;

    public ModelRouterTests() => _router = NewRouter(NullLogger.Instance);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _router.Dispose();
        _workers.Dispose();
    }

    [Fact]
    public async Task Sends_a_request_to_a_worker_and_returns_its_reply()
    {
        _catalog.Set(new WorkerEntry("a", 8, 8));

        var reply = _router.RouteAsync(1, weight: 4, "search", Token);
        (await _workers.NextAsync()).Done();

        Assert.Equal("reply 1", await reply);
    }

    [Fact]
    public async Task Waits_for_a_worker_when_there_is_none()
    {
        var reply = _router.RouteAsync(1, weight: 4, "search", Token);
        Assert.Equal(new RouterLoad(Waiting: 4, InFlight: 0), _router.Load);

        _catalog.Set(new WorkerEntry("a", 8, 8));
        (await _workers.NextAsync()).Done();

        Assert.Equal("reply 1", await reply);
    }

    [Fact]
    public async Task Warns_once_when_requests_wait_and_no_worker_serves_the_pool()
    {
        var log = new WarningLog();
        using var router = NewRouter(log);
        var replies = Enumerable.Range(0, 3).Select(i => router.RouteAsync(i, weight: 1, $"search {i}", Token)).ToList();
        await log.FirstAsync(Token);
        _catalog.Set();
        _catalog.Set(new WorkerEntry("a", 8, 8));
        foreach (var _ in replies)
        {
            (await _workers.NextAsync()).Done();
        }

        await Task.WhenAll(replies);
        Assert.Single(log.Warnings);
        Assert.StartsWith("No worker serves pool;", log.Warnings[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_left_gets_nothing_more_even_of_a_search_that_it_served()
    {
        _catalog.Set(new WorkerEntry("a", 8, 8));
        var first = _router.RouteAsync(1, weight: 4, "search", Token);
        (await _workers.NextAsync()).Done();
        await first;

        _catalog.Set(new WorkerEntry("b", 8, 8));
        var second = _router.RouteAsync(2, weight: 4, "search", Token);
        var sending = await _workers.NextAsync();
        sending.Done();

        Assert.Equal("b", sending.Worker);
        Assert.Equal("reply 2", await second);
    }

    [Fact]
    public async Task A_router_knows_the_workers_that_were_there_before_it()
    {
        _catalog.Set(new WorkerEntry("a", 8, 8));
        using var late = NewRouter(NullLogger.Instance);

        var reply = late.RouteAsync(1, weight: 4, "search", Token);
        (await _workers.NextAsync()).Done();

        Assert.Equal("reply 1", await reply);
    }

    [Fact]
    public async Task Never_has_more_in_flight_than_a_worker_holds()
    {
        _catalog.Set(new WorkerEntry("a", 8, 8));
        var replies = Enumerable.Range(0, 3).Select(i => _router.RouteAsync(i, weight: 4, $"search {i}", Token)).ToList();
        var first = await _workers.NextAsync();
        var second = await _workers.NextAsync();

        Assert.Equal(new RouterLoad(Waiting: 4, InFlight: 8), _router.Load);

        first.Done();
        var third = await _workers.NextAsync();
        second.Done();
        third.Done();
        Assert.Equal(["reply 0", "reply 1", "reply 2"], await Task.WhenAll(replies));
    }

    [Fact]
    public async Task Gives_a_request_larger_than_any_worker_to_an_idle_one()
    {
        _catalog.Set(new WorkerEntry("a", 8, 8));

        var reply = _router.RouteAsync(1, weight: 100, "search", Token);
        (await _workers.NextAsync()).Done();

        Assert.Equal("reply 1", await reply);
    }

    [Fact]
    public async Task Requests_of_one_search_that_wait_together_travel_together()
    {
        var replies = Enumerable.Range(0, 3).Select(i => _router.RouteAsync(i, weight: 1, "search", Token)).ToList();
        var other = _router.RouteAsync(9, weight: 1, "other search", Token);

        _catalog.Set(new WorkerEntry("a", 8, 8));
        List<FakeWorkers.Sending> sendings = [await _workers.NextAsync(), await _workers.NextAsync()];
        sendings.ForEach(sending => sending.Done());

        Assert.Equal([[0, 1, 2], [9]], sendings.Select(sending => sending.Requests).OrderBy(requests => requests[0]));
        await Task.WhenAll([.. replies, other]);
    }

    [Fact]
    public async Task A_full_worker_is_asked_again_later_and_that_is_no_failure()
    {
        _catalog.Set(new WorkerEntry("a", 8, 8));
        var reply = _router.RouteAsync(1, weight: 1, "search", Token);
        for (var i = 0; i < 2 * _options.MaxAttempts; i++)
        {
            (await _workers.NextAsync()).All(WorkStatus.Busy);
            await UntilWaitingAsync();
            Assert.Equal(0, _workers.Unseen);
            _time.Advance(_options.Backoff);
        }

        (await _workers.NextAsync()).Done();
        Assert.Equal("reply 1", await reply);
    }

    [Fact]
    public async Task What_fails_on_one_worker_is_sent_to_another()
    {
        _catalog.Set(new WorkerEntry("a", 8, 8), new WorkerEntry("b", 8, 8));
        var reply = _router.RouteAsync(1, weight: 1, "search", Token);
        var first = await _workers.NextAsync();
        first.All(WorkStatus.Failed, "out of memory");

        var second = await _workers.NextAsync();
        Assert.NotEqual(first.Worker, second.Worker);
        second.Done();
        Assert.Equal("reply 1", await reply);
    }

    [Fact]
    public async Task A_worker_that_cannot_be_reached_counts_as_failed()
    {
        _catalog.Set(new WorkerEntry("a", 8, 8), new WorkerEntry("b", 8, 8));
        var reply = _router.RouteAsync(1, weight: 1, "search", Token);
        (await _workers.NextAsync()).Answer.SetException(new TimeoutException());

        (await _workers.NextAsync()).Done();
        Assert.Equal("reply 1", await reply);
    }

    [Fact]
    public async Task A_worker_that_stays_out_of_reach_for_long_fails_no_request()
    {
        _catalog.Set(new WorkerEntry("a", 8, 8));
        var reply = _router.RouteAsync(1, weight: 1, "search", Token);
        for (var i = 0; i < 10 * _options.MaxAttempts; i++)
        {
            (await _workers.NextAsync()).Answer.SetException(new TimeoutException());
            await UntilWaitingAsync();
            _time.Advance(_options.MaxBackoff);
        }

        (await _workers.NextAsync()).Done();
        Assert.Equal("reply 1", await reply);
    }

    [Fact]
    public async Task A_worker_that_fails_again_is_left_alone_for_longer()
    {
        _catalog.Set(new WorkerEntry("a", 8, 8));
        var reply = _router.RouteAsync(1, weight: 1, "search", Token);
        (await _workers.NextAsync()).Answer.SetException(new TimeoutException());
        await UntilWaitingAsync();
        _time.Advance(_options.Backoff);
        (await _workers.NextAsync()).Answer.SetException(new TimeoutException());
        await UntilWaitingAsync();

        _time.Advance(_options.Backoff);
        Assert.Equal(0, _workers.Unseen);

        _time.Advance(_options.Backoff);
        (await _workers.NextAsync()).Done();
        Assert.Equal("reply 1", await reply);
    }

    [Fact]
    public async Task A_worker_that_answers_too_few_requests_counts_as_out_of_reach()
    {
        _catalog.Set(new WorkerEntry("a", 8, 8));
        var reply = _router.RouteAsync(1, weight: 1, "search", Token);
        (await _workers.NextAsync()).Answer.SetResult([]);
        await UntilWaitingAsync();
        _time.Advance(_options.MaxBackoff);

        (await _workers.NextAsync()).Done();
        Assert.Equal("reply 1", await reply);
    }

    [Fact]
    public async Task Gives_up_after_so_many_failures_and_says_the_last_reason()
    {
        _catalog.Set(new WorkerEntry("a", 8, 8));
        var reply = _router.RouteAsync(1, weight: 1, "search", Token);
        for (var i = 1; i <= _options.MaxAttempts; i++)
        {
            (await _workers.NextAsync()).All(WorkStatus.Failed, $"reason {i}");
            if (i < _options.MaxAttempts)
            {
                await UntilWaitingAsync();
                _time.Advance(_options.MaxBackoff);
            }
        }

        var failure = await Assert.ThrowsAsync<WorkFailedException>(() => reply);
        Assert.Contains("reason 3", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_no_worker_can_serve_is_not_sent_again()
    {
        _catalog.Set(new WorkerEntry("a", 8, 8), new WorkerEntry("b", 8, 8));
        var reply = _router.RouteAsync(1, weight: 1, "search", Token);
        (await _workers.NextAsync()).All(WorkStatus.Rejected, "too long");

        var failure = await Assert.ThrowsAsync<WorkRejectedException>(() => reply);
        Assert.Equal("too long", failure.Message);
        Assert.Equal(0, _workers.Unseen);
    }

    [Fact]
    public async Task A_sender_that_gives_up_while_waiting_leaves_nothing_behind()
    {
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var reply = _router.RouteAsync(1, weight: 1, "search", impatient.Token);

        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reply);
        _catalog.Set(new WorkerEntry("a", 8, 8));
        Assert.Equal(new RouterLoad(0, 0), _router.Load);
        Assert.Equal(0, _workers.Unseen);
    }

    [Fact]
    public async Task A_worker_is_told_when_nobody_wants_its_replies_any_more()
    {
        _catalog.Set(new WorkerEntry("a", 8, 8));
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var reply = _router.RouteAsync(1, weight: 1, "search", impatient.Token);
        var sending = await _workers.NextAsync();

        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reply);
        var told = new TaskCompletionSource();
        await using var registration = sending.Abandoned.Register(told.SetResult);
        await told.Task.WaitAsync(TimeSpan.FromMinutes(1), Token);
        sending.Done();
    }

    [Fact]
    public async Task A_full_queue_holds_the_next_sender_back_who_counts_as_waiting_all_the_same()
    {
        var replies = Enumerable.Range(0, _options.MaxWaiting + 1).Select(i => _router.RouteAsync(i, weight: 2, "search", Token)).ToList();
        Assert.Equal(2 * (_options.MaxWaiting + 1), _router.Load.Waiting);

        _catalog.Set(new WorkerEntry("a", 100, 100));
        var first = await _workers.NextAsync();
        Assert.Equal(_options.MaxWaiting, first.Requests.Count);
        first.Done();
        (await _workers.NextAsync()).Done();

        Assert.Equal(_options.MaxWaiting + 1, (await Task.WhenAll(replies)).Length);
    }

    [Fact]
    public async Task A_sender_who_gives_up_before_there_is_a_place_in_the_queue_no_longer_counts()
    {
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var replies = Enumerable.Range(0, _options.MaxWaiting).Select(i => _router.RouteAsync(i, weight: 1, "search", Token)).ToList();
        var late = _router.RouteAsync(9, weight: 5, "search", impatient.Token);

        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => late);
        Assert.Equal(_options.MaxWaiting, _router.Load.Waiting);
        _catalog.Set(new WorkerEntry("a", 100, 100));
        (await _workers.NextAsync()).Done();
        await Task.WhenAll(replies);
    }

    [Fact]
    public async Task What_a_lost_worker_holds_is_served_by_another_and_its_late_answer_changes_nothing()
    {
        _catalog.Set(new WorkerEntry("a", 8, 8), new WorkerEntry("b", 8, 8));
        var reply = _router.RouteAsync(1, weight: 1, "search", Token);
        var lost = await _workers.NextAsync();

        _router.Lose(lost.Worker);
        var copy = await _workers.NextAsync();
        copy.Done();

        Assert.NotEqual(lost.Worker, copy.Worker);
        Assert.Equal("reply 1", await reply);
        lost.All(WorkStatus.Failed, "too late");
        await UntilAsync(new RouterLoad(0, 0));
    }

    [Fact]
    public async Task A_request_that_takes_much_longer_than_its_like_is_sent_to_another_worker_too()
    {
        _catalog.Set(new WorkerEntry("a", 8, 8), new WorkerEntry("b", 8, 8));
        var usual = _router.RouteAsync(1, weight: 1, "search", Token);
        var first = await _workers.NextAsync();
        _time.Advance(TimeSpan.FromMilliseconds(10));
        first.Done();
        await usual;
        var reply = _router.RouteAsync(2, weight: 1, "search", Token);
        var late = await _workers.NextAsync();

        _router.CopyLate();
        Assert.Equal(0, _workers.Unseen);
        _time.Advance(_options.LateFloor);
        _router.CopyLate();
        var copy = await _workers.NextAsync();
        copy.Done();

        Assert.Equal(first.Worker, late.Worker);
        Assert.NotEqual(late.Worker, copy.Worker);
        Assert.Equal("reply 2", await reply);
        late.Done();
    }

    private ModelRouter<int, string> NewRouter(ILogger logger) => new("pool", _workers.SendAsync, _catalog, _options, _time, logger);

    // A returned request is back in the queue just after its answer; the condition is the queue's own figure.
    private Task UntilWaitingAsync() => UntilAsync(new RouterLoad(1, 0));

    private async Task UntilAsync(RouterLoad load)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        while (_router.Load != load)
        {
            await Task.Yield();
            patience.Token.ThrowIfCancellationRequested();
        }
    }
}
