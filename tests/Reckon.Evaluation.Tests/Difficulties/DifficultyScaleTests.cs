using System.Collections.Immutable;
using Reckon.Evaluation.Difficulties;

namespace Reckon.Evaluation.Tests.Difficulties;

public sealed class DifficultyScaleTests
{
    [Fact]
    public void Values_that_differ_are_cut_into_equal_parts()
    {
        ImmutableArray<double> values = [.. Enumerable.Range(0, 100).Select(value => value / 100.0)];

        var bins = Binning.Quantiles(DifficultyKind.Oracle, "oracle", values, 5);

        Assert.Equal([20, 20, 20, 20, 20], bins.Sizes);
        Assert.Equal(4, bins.BinOf[0]); // Never right: the hardest.
        Assert.Equal(0, bins.BinOf[99]);
    }

    [Fact]
    public void Equal_values_are_never_parted()
    {
        // Ranks 0 to 44 are equal; their middle is 22 of 100, which is in the second fifth.
        ImmutableArray<double> values = [.. Enumerable.Range(0, 100).Select(value => value < 55 ? value / 100.0 : 1)];

        var bins = Binning.Quantiles(DifficultyKind.Oracle, "oracle", values, 5);

        Assert.Equal([0, 45, 15, 20, 20], bins.Sizes);
        Assert.All(values.Index(), value => Assert.Equal(value.Item == 1, bins.BinOf[value.Index] <= 1));
    }

    [Fact]
    public void All_alike_are_in_one_bin()
    {
        var bins = Binning.Quantiles(DifficultyKind.MeanScore, "score", [.. Enumerable.Repeat(0.5, 10)], 5);

        Assert.Equal([0, 0, 10, 0, 0], bins.Sizes);
    }

    [Fact]
    public void Thresholds_are_the_lowest_values_of_their_bins()
    {
        var scale = new DifficultyScale([0.5, 0.1]);

        Assert.Equal([0, 0, 1, 1, 2], new[] { 1, 0.5, 0.49, 0.1, 0.09 }.Select(scale.BinOf));
    }

    [Fact]
    public void Agreement_tells_how_often_two_ways_say_the_same()
    {
        ImmutableArray<double> values = [.. Enumerable.Range(0, 100).Select(value => value / 100.0)];
        ImmutableArray<double> other = [.. values.Select(value => (value + 0.2) % 1)];

        var same = BinAgreement.Of("one", values, "same", values, 5);
        var shifted = BinAgreement.Of("one", values, "shifted", other, 5);

        Assert.Equal((1, 1), (same.Same, Math.Round(same.Correlation, 9)));
        Assert.Equal((0, 0.8), (shifted.Same, shifted.Near));
    }

    [Fact]
    public void Levels_of_the_dataset_are_bins_from_the_lowest()
    {
        var bins = Binning.Levels([3, 1, 1, 5]);

        Assert.Equal(3, bins.Bins);
        Assert.Equal([1, 0, 0, 2], bins.BinOf);
    }
}
