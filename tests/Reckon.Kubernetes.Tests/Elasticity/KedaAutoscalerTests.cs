namespace Reckon.Kubernetes.Tests.Elasticity;

public sealed class KedaAutoscalerTests
{
    private static readonly KedaRule _rule = new(
        Min: 0, Max: 8, Seconds(1), Cooldown: Seconds(10), Stabilization: Seconds(5),
        ScaleUp: [new(true, 100, Seconds(15)), new(false, 4, Seconds(15))], ScaleDown: [new(false, 1, Seconds(2))],
        Triggers: [new("/v1/pools/writer", 10, 0), new("/v1/pools/judge", 10, 0)]);

    [Fact]
    public void Work_brings_one_pod_and_then_as_many_as_the_policies_allow() => Assert.Equal(
        [1, 5, 5, 8], Play((0, 100, 0), (1, 100, 0), (2, 100, 0), (17, 100, 0)));

    [Fact]
    public void The_trigger_that_wants_most_decides_and_a_tenth_is_tolerated() => Assert.Equal(
        [1, 3, 3, 4], Play((0, 5, 5), (1, 5, 25), (2, 5, 32), (3, 5, 34)));

    [Fact]
    public void Pods_go_one_by_one_after_the_most_of_the_window_has_passed() => Assert.Equal(
        [1, 4, 4, 4, 3, 3, 2, 1], Play((0, 40, 0), (1, 40, 0), (2, 1, 0), (6, 1, 0), (7, 1, 0), (8, 1, 0), (9, 1, 0), (11, 1, 0)));

    [Fact]
    public void The_last_goes_when_there_was_no_work_for_the_cooldown_and_not_before() => Assert.Equal(
        [1, 1, 1, 1, 1, 0, 0, 1], Play((0, 5, 0), (1, 5, 0), (5, 0, 0), (6, 0, 5), (15, 0, 0), (16, 0, 0), (17, 0, 0), (18, 1, 0)));

    [Fact]
    public void A_lower_maximum_takes_pods_away_by_the_policy()
    {
        var autoscaler = new KedaAutoscaler(_rule);
        var pods = 0;
        foreach (var second in new[] { 0, 1 })
        {
            pods = autoscaler.Next(Seconds(second), pods, [80, 0]);
        }

        autoscaler.Max = 3;
        var after = new[] { 2, 3, 4, 6 }.Select(second => pods = autoscaler.Next(Seconds(second), pods, [80, 0])).ToList();

        Assert.Equal([4, 4, 3, 3], after);
    }

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);

    private static List<int> Play(params (int Second, double Writer, double Judge)[] steps)
    {
        var autoscaler = new KedaAutoscaler(_rule);
        var pods = 0;
        return [.. steps.Select(step => pods = autoscaler.Next(Seconds(step.Second), pods, [step.Writer, step.Judge]))];
    }
}
