using Reckon.Search.Strategies.Stopping;

namespace Reckon.Search.Tests.Strategies.Stopping;

public sealed class LeadProbabilityTests
{
    [Theory]
    [InlineData(1, 0, 0.75)]
    [InlineData(4, 0, 0.96875)]
    [InlineData(3, 1, 0.8125)]
    [InlineData(5, 5, 0.5)]
    [InlineData(5_000, 5_000, 0.5)]
    [InlineData(6_000, 4_000, 1.0)]
    public void Against_the_second_answer_is_the_upper_half_of_a_beta_distribution(int first, int second, double expected) =>
        Assert.Equal(expected, LeadProbability.Beta(first, second), 1e-9);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(9, 4)]
    [InlineData(60, 55)]
    [InlineData(800, 760)]
    public void Against_all_others_is_the_same_where_there_are_two(int first, int second) =>
        Assert.Equal(LeadProbability.Beta(first, second), LeadProbability.Dirichlet([first, second]), 1e-7);

    [Fact]
    public void An_answer_alone_has_an_unseen_one_against_it() =>
        Assert.Equal(LeadProbability.Beta(5, 0), LeadProbability.Dirichlet([5]), 1e-7);

    // The integral of x · exp(-x) · (1 - exp(-x))² over x above 0 is 1 - 2/4 + 1/9.
    [Fact]
    public void Against_several_others_is_the_integral_over_all_of_them() =>
        Assert.Equal(11.0 / 18, LeadProbability.Dirichlet([1, 0, 0]), 1e-7);

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(40)]
    public void Equal_answers_are_equally_likely_to_lead(int answers) => Assert.All(
        [1, 7, 300], count => Assert.Equal(1.0 / answers, LeadProbability.Dirichlet([.. Enumerable.Repeat(count, answers)]), 1e-7));

    [Fact]
    public void More_rivals_make_a_lead_less_likely()
    {
        double[] leads = [.. new int[][] { [9, 4, 4], [9, 4, 1], [9, 4] }.Select(counts => LeadProbability.Dirichlet(counts))];

        Assert.Equal(leads.Order(), leads);
    }
}
