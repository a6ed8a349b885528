using Reckon.Worker;

namespace Reckon.System.Tests.Silos;

public sealed class SharedTimeTests
{
    [Fact]
    public void Requests_that_are_there_together_share_the_time_by_their_children()
    {
        var shared = new SharedTime();
        var first = shared.Enter(3, ran: 0);
        var second = shared.Enter(1, ran: 8); // The first had it alone.

        Assert.Equal(8 + 3.0, shared.Leave(3, ran: 12, first), 1e-9);
        Assert.Equal(1 + 5.0, shared.Leave(1, ran: 17, second), 1e-9);
    }

    [Fact]
    public void All_shares_together_are_the_time_in_which_something_was_there()
    {
        var (random, shared) = (new Random(5), new SharedTime());
        List<(int Children, double Entered)> there = [];
        var (ran, used, sum) = (0.0, 0.0, 0.0);
        for (var i = 0; i < 10_000; i++)
        {
            var passed = random.NextDouble();
            (ran, used) = (ran + passed, used + (there.Sum(request => request.Children) > 0 ? passed : 0));
            if (random.Next(2) == 0)
            {
                var children = random.Next(20);
                there.Add((children, shared.Enter(children, ran)));
            }
            else if (there.Count > 0)
            {
                var (children, entered) = there[random.Next(there.Count)];
                there.Remove((children, entered));
                sum += shared.Leave(children, ran, entered);
            }
        }

        sum += there.Sum(request => shared.Leave(request.Children, ran, request.Entered));
        Assert.Equal(used, sum, 1e-6);
    }

    [Fact]
    public void A_figure_that_is_older_than_the_last_takes_nothing_back()
    {
        var shared = new SharedTime();
        var entered = shared.Enter(1, ran: 5);

        Assert.Equal(0, shared.Leave(1, ran: 4, entered));
    }
}
