using Reckon.Evaluation.Studies;
using Reckon.Search.Costs;
using Reckon.Search.Selecting;

namespace Reckon.Evaluation.Tests.Studies;

public sealed class StudyTableTests
{
    [Fact]
    public void A_method_is_a_strategy_without_its_n_and_a_way_of_choosing()
    {
        Assert.Equal("beam width=4 weighted", Method.Of("beam n=16 width=4", 16, new Selector(SelectionRule.Weighted)).ToString());
        Assert.Equal("greedy majority", Method.Of("greedy", 1, new Selector(SelectionRule.Majority)).ToString());
        Assert.Equal("revise chains=16 weighted", Method.Of("revise n=16 chains=16", 16, new Selector(SelectionRule.Weighted)).ToString());
    }

    [Fact]
    public void Every_run_has_every_trial_and_problems_that_miss_one_are_left_out()
    {
        var builder = new StudyTableBuilder(new ModelSizes(10, 1));
        foreach (var problem in new[] { "p1", "p2", "p3" })
        {
            foreach (var seed in new long[] { 7, 8 })
            {
                builder.Add(Some.Outcome(problem, seed: seed, correct: problem == "p3"));
                if (problem != "p2" || seed == 7)
                {
                    builder.Add(Some.Outcome(problem, strategy: Some.Beam(4, 2), seed: seed, correct: seed == 8));
                }
            }
        }

        var table = builder.Build();

        Assert.Equal(["p1", "p3"], table.Problems.Select(problem => problem.Id));
        Assert.Equal(1, table.LeftOut);
        Assert.Equal([7, 8], table.Seeds);
        Assert.Equal([0, 0, 1, 1], table.Find(new Method("best-of-n", "best"), 4)!.Credits);
        Assert.Equal([0.5, 0.5], table.Find(new Method("beam width=2", "best"), 4)!.ByProblem);
        Assert.Equal(new TrialCost(4, 220, (2 * 10 * 110) + (2 * 110), 2 * 10 * 110), table.Runs[0].MeanCost);
    }

    [Fact]
    public void Nothing_complete_is_refused()
    {
        var builder = new StudyTableBuilder(default);
        builder.Add(Some.Outcome("p1", seed: 1));
        builder.Add(Some.Outcome("p2", seed: 2));

        Assert.Throws<InvalidOperationException>(builder.Build);
    }
}
