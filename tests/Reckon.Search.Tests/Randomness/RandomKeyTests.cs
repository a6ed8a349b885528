using System.Globalization;
using CsCheck;
using Reckon.Search.Randomness;

namespace Reckon.Search.Tests.Randomness;

public sealed class RandomKeyTests
{
    private static readonly Gen<RandomKey> _keys = Gen.ULong.Select(value => new RandomKey(value));

    [Fact]
    public void Keys_and_draws_are_the_same_for_ever()
    {
        var key = RandomKey.Root(7, "sum-1");

        Assert.Equal(0xF30ED705C4AE1D7AUL, key.Value);
        Assert.Equal(0x11B86E190279D920UL, key.Child(3).Value);
        Assert.Equal(0.3453619999986415, key.Uniform(5));
        Assert.Equal(0x1D481575F5F86381UL, key.Chance.Value);
    }

    [Fact]
    public void A_strategys_chance_is_no_key_of_the_tree()
    {
        var root = RandomKey.Root(7, "sum-1");

        Assert.DoesNotContain(root.Chance, Enumerable.Range(0, 10_000).Select(root.Child).Prepend(root));
        Assert.DoesNotContain(root.Chance.Child(0), Enumerable.Range(0, 10_000).Select(root.Child));
    }

    [Fact]
    public void The_root_differs_by_seed_and_by_problem()
    {
        var roots = Enumerable.Range(-50, 100)
            .SelectMany(seed => Enumerable.Range(0, 100).Select(problem => RandomKey.Root(seed, $"problem-{problem}")));

        Assert.Equal(10_000, roots.Distinct().Count());
    }

    [Fact]
    public void The_root_does_not_depend_on_the_culture()
    {
        var expected = RandomKey.Root(-7, "sum-1");
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "−";

        CultureInfo.CurrentCulture = culture; // Of this test alone: the current culture flows with the call.

        Assert.Equal(expected, RandomKey.Root(-7, "sum-1"));
    }

    [Fact]
    public void Different_paths_have_different_keys()
    {
        var root = RandomKey.Root(7, "sum-1");
        var depth3 = Enumerable.Range(0, 1 << 15).Select(i => root.Descend([i >> 10, (i >> 5) & 31, i & 31]));
        var depth2 = Enumerable.Range(0, 1 << 10).Select(i => root.Descend([i >> 5, i & 31]));

        Assert.Equal((1 << 15) + (1 << 10), depth3.Concat(depth2).Distinct().Count());
    }

    [Fact]
    public void Siblings_never_share_a_key() => _keys.Sample(
        key => Assert.Equal(64, Enumerable.Range(0, 64).Select(key.Child).Distinct().Count()));

    [Fact]
    public void Descending_a_path_is_taking_one_child_after_the_other() => Gen.Select(_keys, Gen.Int[0, 300].Array[0, 6])
        .Sample((key, path) => Assert.Equal(path.Aggregate(key, (current, index) => current.Child(index)), key.Descend(path)));

    [Fact]
    public void A_draw_is_at_least_0_and_below_1() => Gen.Select(_keys, Gen.Int[0, int.MaxValue - 1]).Sample((key, token) =>
    {
        var draw = key.Uniform(token);

        Assert.True(draw is >= 0 and < 1);
        Assert.Equal(draw, key.Uniform(token));
    });

    [Fact]
    public void Draws_along_a_step_are_uniform() => AssertUniform(token => RandomKey.Root(7, "sum-1").Uniform(token));

    [Fact]
    public void First_draws_of_siblings_are_uniform() => AssertUniform(index => RandomKey.Root(7, "sum-1").Child(index).Uniform(0));

    [Fact]
    public void Draws_of_a_step_say_nothing_about_its_childs() => AssertUniform(token =>
    {
        var key = RandomKey.Root(7, "sum-1");
        var sum = key.Uniform(token) + key.Child(0).Uniform(token);
        return sum < 1 ? sum : sum - 1; // The sum of a uniform draw and any independent one, modulo 1, is uniform.
    });

    // Pearson's chi-squared over 100 cells; the draws are fixed, so this cannot fail by chance. 99 degrees of freedom: 148 is the
    // 0.1 % tail.
    private static void AssertUniform(Func<int, double> draw)
    {
        const int draws = 20_000;
        const int cells = 100;
        var counts = new int[cells];
        for (var i = 0; i < draws; i++)
        {
            counts[(int)(draw(i) * cells)]++;
        }

        var expected = (double)draws / cells;
        Assert.InRange(counts.Sum(count => (count - expected) * (count - expected) / expected), 55, 148);
    }
}
