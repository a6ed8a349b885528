using Reckon.Coordinator.Routing.Queues;

namespace Reckon.Coordinator.Tests.Routing.Queues;

public sealed class PulseBookTests
{
    private static readonly HashSet<string> _known = ["a", "b"];
    private readonly PulseBook _book = new(interval: QueueKit.Ms(500), patience: QueueKit.Ms(1_000));

    [Fact]
    public void Only_workers_that_hold_something_are_asked_and_one_question_at_a_time()
    {
        Assert.Equal(["a"], _book.TakeDue(["a"], _known));
        Assert.Empty(_book.TakeDue(["a"], _known));

        Assert.Equal(PulseVerdict.Heard, _book.End("a", isAnswered: true, QueueKit.Ms(3)));
        Assert.Equal(["a"], _book.TakeDue(["a"], _known));
        Assert.Empty(_book.TakeDue([], _known));
    }

    [Fact]
    public void A_lost_worker_is_asked_until_it_is_heard_or_has_left()
    {
        _book.TakeDue(["a"], _known);
        Assert.Equal(PulseVerdict.Lost, _book.End("a", isAnswered: false, QueueKit.Ms(1_000)));

        Assert.Equal(["a"], _book.TakeDue([], _known));
        Assert.Equal(PulseVerdict.StillLost, _book.End("a", isAnswered: false, QueueKit.Ms(1_000)));
        Assert.Equal(["a"], _book.TakeDue([], _known));
        Assert.Equal(PulseVerdict.Heard, _book.End("a", isAnswered: true, QueueKit.Ms(3)));
        Assert.Empty(_book.TakeDue([], _known));

        _book.TakeDue(["a"], _known);
        _book.End("a", isAnswered: false, QueueKit.Ms(1_000));
        Assert.Empty(_book.TakeDue([], new HashSet<string> { "b" }));
    }

    [Fact]
    public void A_worker_that_is_no_member_is_left_to_the_membership() => Assert.Empty(_book.TakeDue(["c"], _known));

    [Fact]
    public void A_process_that_stood_still_learns_nothing_from_an_answer_that_did_not_come()
    {
        _book.TakeDue(["a"], _known);

        Assert.Equal(PulseVerdict.Unknown, _book.End("a", isAnswered: false, QueueKit.Ms(2_001)));
    }

    [Fact]
    public void A_round_that_comes_much_too_late_judges_nobody()
    {
        Assert.True(_book.Begin(QueueKit.Ms(0)));
        Assert.True(_book.Begin(QueueKit.Ms(500)));
        Assert.False(_book.Begin(QueueKit.Ms(2_501)));
        Assert.True(_book.Begin(QueueKit.Ms(3_001)));
    }
}
