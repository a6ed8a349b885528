using Reckon.Cli.Progress;

namespace Reckon.Cli.Tests.Progress;

public sealed class MovingRateTests
{
    private readonly MovingRate _rate = new(TimeSpan.FromSeconds(10));

    [Fact]
    public void Is_unknown_before_there_are_two_moments()
    {
        Assert.Null(_rate.PerSecond);

        Add(0, 5);
        Add(0, 9);

        Assert.Null(_rate.PerSecond);
    }

    [Fact]
    public void Is_growth_over_time()
    {
        Add(0, 0);
        Add(4, 20);

        Assert.Equal(5, _rate.PerSecond);
    }

    [Fact]
    public void Forgets_what_lies_behind_its_window()
    {
        for (var second = 0; second <= 100; second++)
        {
            Add(second, second < 80 ? 1000 * second : 80_000 + (2 * (second - 80)));
        }

        Assert.Equal(2, _rate.PerSecond);
    }

    [Fact]
    public void Is_zero_when_nothing_moves()
    {
        Add(0, 7);
        Add(5, 7);

        Assert.Equal(0, _rate.PerSecond);
    }

    private void Add(double seconds, long count) => _rate.Add(TimeSpan.FromSeconds(seconds), count);
}
