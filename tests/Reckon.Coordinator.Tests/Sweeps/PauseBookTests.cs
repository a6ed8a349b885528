using Microsoft.Extensions.Time.Testing;
using Reckon.Coordinator.Sweeps;

namespace Reckon.Coordinator.Tests.Sweeps;

public sealed class PauseBookTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly PauseBook _book;

    public PauseBookTests() => _book = new PauseBook(_time);

    [Fact]
    public void A_problem_that_pauses_often_and_long_is_hopeless()
    {
        PauseOften("a");
        _time.Advance(PauseBook.Patience);

        Assert.True(_book.IsHopeless("a"));
        Assert.False(_book.IsHopeless("b"));
    }

    [Fact]
    public void However_often_a_problem_pauses_within_minutes_there_is_hope()
    {
        PauseOften("a");
        _time.Advance(PauseBook.Patience - TimeSpan.FromTicks(1));

        Assert.False(_book.IsHopeless("a"));
    }

    [Fact]
    public void However_long_ago_the_first_pause_is_a_few_are_not_hopeless()
    {
        Assert.False(_book.IsHopeless("a"));
        _time.Advance(10 * PauseBook.Patience);

        Assert.False(_book.IsHopeless("a"));
    }

    [Fact]
    public void A_problem_that_got_on_begins_anew()
    {
        PauseOften("a");
        _time.Advance(PauseBook.Patience);
        _book.Clear("a");

        Assert.False(_book.IsHopeless("a"));
    }

    private void PauseOften(string problem)
    {
        for (var i = 0; i < PauseBook.MostPauses; i++)
        {
            Assert.False(_book.IsHopeless(problem));
        }
    }
}
