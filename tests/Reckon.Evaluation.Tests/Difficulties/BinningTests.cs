using Reckon.Evaluation.Difficulties;

namespace Reckon.Evaluation.Tests.Difficulties;

public sealed class BinningTests
{
    [Fact]
    public void With_thresholds_what_is_at_one_belongs_to_the_easier_bin_and_a_bin_may_be_empty()
    {
        var binning = Binning.ByScale(DifficultyKind.Oracle, "oracle, thresholds", [1, 0.9, 0.89, 0.1, 0.05], new DifficultyScale([0.9, 0.5, 0.1]));

        Assert.Equal([0, 0, 1, 2, 3], binning.BinOf);
        Assert.Equal([2, 1, 1, 1], binning.Sizes);
        Assert.Equal([0, 0, 5], Binning.ByScale(DifficultyKind.Oracle, "o", [0, 0, 0, 0, 0], new DifficultyScale([0.9, 0.5])).Sizes);
    }
}
