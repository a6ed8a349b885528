using Reckon.Coordinator.Routing.Queues;

namespace Reckon.Coordinator.Tests.Routing.Queues;

public sealed class WorkerTableTests
{
    private readonly AffinityTable _affinity = new(capacity: 2);
    private readonly WorkerTable _table;

    public WorkerTableTests()
    {
        _table = new WorkerTable(QueueKit.Backoff, _affinity, new Random(1));
        _table.Update(QueueKit.Workers("a"));
    }

    [Theory]
    [InlineData(nameof(SendingOutcome.Served), "a")]
    [InlineData(nameof(SendingOutcome.Full), "a")]
    [InlineData(nameof(SendingOutcome.Failed), null)]
    public void A_search_leaves_a_worker_that_failed_and_none_that_was_merely_full(string outcome, string? holder)
    {
        var worker = _table.Pick("search", weight: 1, QueueKit.Ms(0))!;
        worker.Send(1);
        _table.Remember("search", worker);
        _table.Return(worker, "search", weight: 1, Enum.Parse<SendingOutcome>(outcome), QueueKit.Ms(0));

        Assert.Equal(holder, _affinity.HoldersOf("search").Latest);
    }
}
