using Microsoft.Extensions.Time.Testing;
using Reckon.Coordinator.Sweeps;

namespace Reckon.Coordinator.Tests.Sweeps;

public sealed class PauseBookTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly PauseBook _book;

    public PauseBookTests() => _book = new PauseBook(_time);

    [Fact]
    public void A_problem_that_pauses_often_and_for_long_is_given_up()
    {
        PauseOften("a");
        _time.Advance(PauseBook.Patience);

        Assert.Equal(PauseVerdict.GiveUp, _book.RecordPause("a"));
        Assert.Equal(PauseVerdict.TryAgain, _book.RecordPause("b"));
    }

    [Fact]
    public void However_often_a_problem_pauses_within_minutes_it_is_tried_again()
    {
        PauseOften("a");
        _time.Advance(PauseBook.Patience - TimeSpan.FromTicks(1));

        Assert.Equal(PauseVerdict.TryAgain, _book.RecordPause("a"));
    }

    [Fact]
    public void However_long_ago_the_first_pause_is_after_a_few_it_is_tried_again()
    {
        Assert.Equal(PauseVerdict.TryAgain, _book.RecordPause("a"));
        _time.Advance(10 * PauseBook.Patience);

        Assert.Equal(PauseVerdict.TryAgain, _book.RecordPause("a"));
    }

    [Fact]
    public void A_problem_that_got_on_begins_anew()
    {
        PauseOften("a");
        _time.Advance(PauseBook.Patience);
        _book.Clear("a");

        Assert.Equal(PauseVerdict.TryAgain, _book.RecordPause("a"));
    }

    [Fact]
    public void A_store_that_took_nothing_for_hours_makes_no_problem_hopeless()
    {
        PauseOften("a");
        _time.Advance(100 * PauseBook.Patience);
        _book.ClearAll();

        Assert.Equal(PauseVerdict.TryAgain, _book.RecordPause("a"));
    }

    private void PauseOften(string problem)
    {
        for (var i = 0; i < PauseBook.MostPauses; i++)
        {
            Assert.Equal(PauseVerdict.TryAgain, _book.RecordPause(problem));
        }
    }
}
