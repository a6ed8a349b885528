using Reckon.Contracts.Problems;
using Reckon.Coordinator.Sweeps;
using Reckon.Evaluation.Sweeps;
using Reckon.Search.Costs;

namespace Reckon.Coordinator.Tests.Sweeps;

public sealed class AdmissionBookTests
{
    private const int Trials = 2;
    private static readonly Budget _search = new(Tokens: 100, Flops: 1_000, Seconds: 5);

    [Theory]
    [InlineData(null, 400L, null)]
    [InlineData(4, null, null)]
    [InlineData(null, null, 4_000.0)]
    [InlineData(4, 400L, 4_000.0)]
    public void Admits_what_may_be_spent_at_most(int? trials, long? tokens, double? flops)
    {
        var book = new AdmissionBook(new SweepBudget(trials, tokens, flops), _search, Trials);

        Assert.Equal(AdmissionVerdict.Admit, Ask(book, 0));
        book.Open(0);
        Assert.Equal(AdmissionVerdict.Admit, Ask(book, 1));
        book.Open(1);
        Assert.Equal(AdmissionVerdict.Wait, Ask(book, 2));
    }

    [Fact]
    public void Money_is_set_aside_and_counted_without_rounding_errors_that_add_up()
    {
        var book = new AdmissionBook(new SweepBudget(Money: 0.14 * 1_000), new Budget(Money: 0.07), Trials);
        for (var place = 0; place < 1_000; place++)
        {
            Assert.Equal(AdmissionVerdict.Admit, Ask(book, place));
            book.Open(place);
            book.Close(place, Charge.Of(new FinishedTrial(0, 1, 1, 0) { Money = 0.07 }) + Charge.Of(new FinishedTrial(1, 1, 1, 0) { Money = 0.07 }));
        }

        Assert.Equal(AdmissionVerdict.Stop, Ask(book, 1_000));
    }

    [Fact]
    public void What_a_problem_did_not_spend_is_free_again()
    {
        var book = new AdmissionBook(new SweepBudget(Tokens: 399), _search, Trials);
        book.Open(0);
        Assert.Equal(AdmissionVerdict.Wait, Ask(book, 1));

        book.Close(0, new Charge(Trials, 199, 0));

        Assert.Equal(AdmissionVerdict.Admit, Ask(book, 1));
    }

    [Fact]
    public void What_never_fits_stops_the_sweep()
    {
        var book = new AdmissionBook(new SweepBudget(Tokens: 399), _search, Trials);
        book.Open(0);

        book.Close(0, new Charge(Trials, 200, 0));

        Assert.Equal(AdmissionVerdict.Stop, Ask(book, 1));
    }

    [Theory]
    [InlineData(40, 400L, 0.5, 0.5)] // Tokens: 200 of 400.
    [InlineData(4, 4_000L, 0.1, 0.5)] // Trials: 2 of 4.
    [InlineData(40, 4_000L, 0.9, 0.9)]
    public void What_is_used_is_told_in_the_unit_of_which_most_is_spent(int trials, long tokens, double ofTime, double expected)
    {
        var book = new AdmissionBook(new SweepBudget(trials, tokens, Seconds: 1_000), _search, Trials);
        book.Open(0);
        book.Open(1); // What is set aside for it does not count.
        book.Close(0, new Charge(Trials, 200, 0));

        Assert.Equal(expected, book.Used(new SweepUse(TimeSpan.FromSeconds(1_000 * ofTime), 0)), 12);
    }

    [Fact]
    public void Without_a_budget_nothing_of_it_is_used() => Assert.Equal(0, new AdmissionBook(null, _search, Trials).Used(new SweepUse(TimeSpan.FromDays(1), 9)));

    [Fact]
    public void A_trial_that_failed_counts_as_if_it_had_spent_all()
    {
        var book = new AdmissionBook(new SweepBudget(Tokens: 399), _search, Trials);
        book.Open(0);

        book.Close(0, new Charge(1, 99, 0));

        Assert.Equal(199, book.Committed.Tokens);
    }

    [Fact]
    public void A_problem_that_ends_before_it_is_admitted_again_counts_and_those_that_were_admitted_stay_so()
    {
        var book = new AdmissionBook(new SweepBudget(Tokens: 399), _search, Trials, admittedBefore: 2);

        book.Close(1, new Charge(Trials, 200, 0));
        book.Close(1, new Charge(Trials, 200, 0));

        Assert.Equal(200, book.Committed.Tokens);
        Assert.Equal(AdmissionVerdict.Admit, Ask(book, 0));
        Assert.Equal(AdmissionVerdict.Stop, Ask(book, 2));
    }

    [Fact]
    public void Time_that_the_trials_of_a_problem_may_not_have_stops_the_sweep()
    {
        var book = new AdmissionBook(new SweepBudget(Seconds: 60), _search, Trials, admittedBefore: 1);

        Assert.Equal(AdmissionVerdict.Admit, book.Ask(0, new SweepUse(TimeSpan.FromSeconds(70), 0)));
        Assert.Equal(AdmissionVerdict.Admit, book.Ask(1, new SweepUse(TimeSpan.FromSeconds(50), 0)));
        Assert.Equal(AdmissionVerdict.Stop, book.Ask(1, new SweepUse(TimeSpan.FromSeconds(50.001), 0)));
    }

    [Fact]
    public void A_bill_counts_what_servers_have_billed_and_sets_the_most_aside_that_open_problems_may_spend()
    {
        var book = new AdmissionBook(new SweepBudget(Bill: 10), new Budget(Money: 1), Trials);
        book.Open(0);

        Assert.Equal(AdmissionVerdict.Admit, book.Ask(1, Billed(6))); // 6 + 2 · 2.
        Assert.Equal(AdmissionVerdict.Wait, book.Ask(1, Billed(6.01)));
        book.Close(0, new Charge(Trials, 1, 1, Charge.MoneyOf(100))); // What it is charged says nothing of the bill.

        Assert.Equal(AdmissionVerdict.Admit, book.Ask(1, Billed(8)));
        Assert.Equal(AdmissionVerdict.Stop, book.Ask(1, Billed(8.01)));
        Assert.Equal(0.75, book.Used(Billed(7.5)), 12);
    }

    [Theory]
    [InlineData(2, 0.6666666666, 1.3333333332)]
    [InlineData(3, 0.6666666666, 2)]
    [InlineData(3, 0.07, 0.21)]
    [InlineData(7, 1e12 / 7, 1e12)]
    public void What_the_trials_of_a_problem_may_spend_fits_a_limit_of_as_much(int trials, double each, double all)
    {
        Assert.Equal(AdmissionVerdict.Admit, Ask(new AdmissionBook(new SweepBudget(Money: all), new Budget(Money: each), trials), 0));
        Assert.Equal(AdmissionVerdict.Admit, Ask(new AdmissionBook(new SweepBudget(Bill: all), new Budget(Money: each), trials), 0));
    }

    [Fact]
    public void Problems_that_were_admitted_under_a_bill_stay_so()
    {
        var book = new AdmissionBook(new SweepBudget(Bill: 10), new Budget(Money: 1), Trials, admittedBefore: 1);

        Assert.Equal(AdmissionVerdict.Admit, book.Ask(0, Billed(12)));
        Assert.Equal(AdmissionVerdict.Stop, book.Ask(1, Billed(12)));
    }

    [Fact]
    public void Which_problems_run_does_not_depend_on_how_many_run_at_once_nor_on_which_of_them_ends_first()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var spent = Enumerable.Range(0, 30).Select(_ => new Charge(Trials, random.Next(0, 201), random.Next(0, 2_001))).ToArray();
            var budget = new SweepBudget(Tokens: random.Next(200, 4_000), Flops: random.Next(2_000, 40_000));

            var alone = Run(budget, spent, window: 1, random);
            var together = Run(budget, spent, window: random.Next(2, 12), random);

            Assert.Equal(alone, together);
            var sum = spent.Take(alone).Aggregate(default(Charge), (total, charge) => total + charge);
            Assert.True(sum.Tokens <= budget.Tokens && (double)sum.Flops <= budget.Flops);
            Assert.True(alone == spent.Length || sum.Tokens + 200 > budget.Tokens || (double)sum.Flops + 2_000 > budget.Flops);
        }
    }

    private static AdmissionVerdict Ask(AdmissionBook book, int place) => book.Ask(place, default);

    private static SweepUse Billed(double money) => new(TimeSpan.Zero, money);

    // How many problems are run.
    private static int Run(SweepBudget budget, Charge[] spent, int window, Random random)
    {
        var book = new AdmissionBook(budget, _search, Trials);
        var running = new List<int>();
        for (var next = 0; ;)
        {
            while (next < spent.Length && running.Count < window && Ask(book, next) == AdmissionVerdict.Admit)
            {
                book.Open(next);
                running.Add(next++);
            }

            if (running.Count == 0)
            {
                return next;
            }

            var done = running[random.Next(running.Count)];
            running.Remove(done);
            book.Close(done, spent[done]);
        }
    }
}
