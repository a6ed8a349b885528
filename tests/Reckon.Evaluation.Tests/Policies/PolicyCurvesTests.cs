using Reckon.Evaluation.Difficulties;
using Reckon.Evaluation.Policies;
using Reckon.Evaluation.Studies;
using Reckon.Evaluation.Tests.Studies;
using Reckon.Search.Randomness;

namespace Reckon.Evaluation.Tests.Policies;

public sealed class PolicyCurvesTests
{
    private const int Problems = 300;

    private static readonly MethodFamily _family = new("paper", [SomeStudy.Vote, SomeStudy.Beam]);

    [Fact]
    public void Choosing_by_a_difficulty_that_matters_gains_over_either_method_alone()
    {
        // The even are easy for the vote, the odd for the beam.
        var table = SomeStudy.Table(Problems, (SomeStudy.Vote, 16, Coin(0.8, 0.4, 1)), (SomeStudy.Beam, 16, Coin(0.5, 0.7, 2)));
        var oracle = Parity("oracle", DifficultyKind.Oracle);

        var point = Assert.Single(new PolicyCurves(table, 20, 0).Of(_family, [oracle]));

        Assert.Equal([SomeStudy.Vote, SomeStudy.Beam], point.Picks);
        Assert.InRange(point.Accuracy.Mean, 0.7, 0.8);
        Assert.True(point.OverSingle.Low > 0 && point.OverHindsight.Low > 0);
        Assert.True(point.UpperBound > point.Accuracy.Mean);
    }

    [Fact]
    public void Random_bins_gain_nothing_and_may_lose()
    {
        var table = SomeStudy.Table(Problems, (SomeStudy.Vote, 16, Coin(0.8, 0.4, 1)), (SomeStudy.Beam, 16, Coin(0.5, 0.7, 2)));

        var point = Assert.Single(new PolicyCurves(table, 20, 0).Of(_family, [Parity("random", DifficultyKind.Random)]));

        Assert.InRange(point.OverHindsight.Mean, -0.05, 0.01);
    }

    [Fact]
    public void What_is_chosen_on_a_half_is_counted_on_the_other()
    {
        // Whichever half is looked at, chance makes one of two equal methods look better there: counted elsewhere, nothing is left of it.
        var table = SomeStudy.Table(Problems, (SomeStudy.Vote, 16, Coin(0.5, 0.5, 3)), (SomeStudy.Beam, 16, Coin(0.5, 0.5, 4)));

        var point = Assert.Single(new PolicyCurves(table, 40, 0).Of(_family, [Parity("oracle", DifficultyKind.Oracle)]));

        Assert.InRange(point.Accuracy.Mean - ((table.Runs[0].Accuracy + table.Runs[1].Accuracy) / 2), -0.05, 0.05);
    }

    [Fact]
    public void A_probe_is_charged_where_its_answers_are_not_used_again()
    {
        var table = SomeStudy.Table(Problems, (SomeStudy.Vote, 16, Coin(0.8, 0.4, 1)), (SomeStudy.Beam, 16, Coin(0.5, 0.7, 2)));
        var probed = Parity("score", DifficultyKind.MeanScore) with { ProbeAnswers = 4 };

        var point = Assert.Single(new PolicyCurves(table, 20, 0).Of(_family, [probed]));

        Assert.Equal(16 + (4 * 0.5), point.Cost.Generations, 9); // Half of the problems are left to the beam.
    }

    [Fact]
    public void Halves_are_even_in_every_bin_and_follow_from_the_seed()
    {
        var bins = Parity("oracle", DifficultyKind.Oracle).BinOf.Where((_, trial) => trial % 2 == 0).ToArray();

        var first = new Halving(5).Of(3, [.. bins]);

        Assert.Equal(first, new Halving(5).Of(3, [.. bins]));
        Assert.NotEqual(first, new Halving(5).Of(4, [.. bins]));
        Assert.Equal(Problems / 4, bins.Index().Count(bin => bin.Item == 0 && first[bin.Index]));
    }

    [Fact]
    public void Only_budgets_at_which_there_is_a_choice_have_a_point()
    {
        var table = SomeStudy.Table(20, (SomeStudy.Vote, 4, Coin(0.5, 0.5, 1)), (SomeStudy.Vote, 16, Coin(0.5, 0.5, 2)), (SomeStudy.Beam, 16, Coin(0.5, 0.5, 3)));

        Assert.Equal([16], new PolicyCurves(table, 5, 0).Budgets(_family));
    }

    private static Binning Parity(string name, DifficultyKind kind) =>
        new(kind, name, 2, [.. Enumerable.Range(0, Problems * 2).Select(trial => trial / 2 % 2)]);

    private static Func<int, int, double> Coin(double even, double odd, int world) => (problem, seed) =>
        RandomKey.Root(world, "coins").Child(problem).Uniform(seed) < (problem % 2 == 0 ? even : odd) ? 1 : 0;
}
