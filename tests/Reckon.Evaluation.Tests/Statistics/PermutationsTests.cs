using Reckon.Evaluation.Statistics;

namespace Reckon.Evaluation.Tests.Statistics;

public sealed class PermutationsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(65)]
    public void Each_holds_every_number_once(int items)
    {
        var permutations = new Permutations(items);

        Assert.All(Enumerable.Range(0, Permutations.Count), index =>
            Assert.Equal(Enumerable.Range(0, items), permutations[index].ToArray().Select(number => (int)number).Order()));
    }

    [Fact]
    public void Every_number_is_everywhere_about_as_often()
    {
        const int items = 5;
        var permutations = new Permutations(items);

        var counts = Enumerable.Range(0, Permutations.Count)
            .SelectMany(index => permutations[index].ToArray().Select((number, place) => (number, place)))
            .CountBy(pair => pair);

        // 200 each; five standard errors of 12.6.
        Assert.All(counts, count => Assert.InRange(count.Value, 137, 263));
        Assert.Equal(items * items, counts.Count());
    }

    [Fact]
    public void Are_the_same_every_time() => Assert.Equal(new Permutations(20)[7], new Permutations(20)[7]);

    [Fact]
    public void Refuses_no_items_and_too_many()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Permutations(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Permutations(Permutations.MostItems + 1));
    }
}
