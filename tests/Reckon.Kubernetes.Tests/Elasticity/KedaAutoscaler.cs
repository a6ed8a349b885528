namespace Reckon.Kubernetes.Tests.Elasticity;

/// <summary>
/// How many pods KEDA and the autoscaler behind it want. Between none and one KEDA decides, by activation and cooldown
/// (https://keda.sh/docs/2.21/concepts/scaling-deployments/); above that the HorizontalPodAutoscaler does, by its algorithm with a tolerance of a
/// tenth, the most that was wanted in the stabilization window, and its policies
/// (https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/). Reads no clock.
/// </summary>
internal sealed class KedaAutoscaler(KedaRule rule)
{
    private const double Tolerance = 0.1;

    private readonly List<(TimeSpan At, int Pods)> _wanted = [];
    private readonly List<(TimeSpan At, int Change)> _changes = [];
    private TimeSpan? _lastActive;

    /// <summary>The most pods; whoever runs the cluster may lower it at any time.</summary>
    public int Max { get; set; } = rule.Max;

    /// <summary>The pods that there are to be.</summary>
    /// <param name="now">The time, from any beginning.</param>
    /// <param name="current">The pods that there are to be until now.</param>
    /// <param name="values">What each trigger measures.</param>
    public int Next(TimeSpan now, int current, IReadOnlyList<double> values)
    {
        var next = NextOf(now, current, values);
        if (next != current && current > 0 && next > 0)
        {
            _changes.Add((now, next - current)); // What KEDA does by itself is in no policy.
        }

        return next;
    }

    private int NextOf(TimeSpan now, int current, IReadOnlyList<double> values)
    {
        var isActive = values.Zip(rule.Triggers).Any(pair => pair.First > pair.Second.Activation);
        _lastActive = isActive ? now : _lastActive ?? now;
        if (current == 0)
        {
            _wanted.Clear();
            return isActive ? Math.Max(1, rule.Min) : rule.Min;
        }

        if (!isActive && rule.Min == 0 && now - _lastActive >= rule.Cooldown)
        {
            return 0;
        }

        _wanted.Add((now, values.Zip(rule.Triggers).Max(pair => Wanted(pair.First, pair.Second.Target, current))));
        var stable = _wanted.Where(wanted => now - wanted.At <= rule.Stabilization).Max(wanted => wanted.Pods);
        var bounded = Math.Clamp(_wanted[^1].Pods > current ? _wanted[^1].Pods : Math.Min(stable, current), Math.Max(1, rule.Min), Max);
        return bounded > current
            ? Math.Min(bounded, current + rule.ScaleUp.Max(policy => Left(policy, now, current, isUp: true)))
            : Math.Max(bounded, current - rule.ScaleDown.Max(policy => Left(policy, now, current, isUp: false)));
    }

    private static int Wanted(double value, double target, int current)
    {
        var ratio = value / (target * current);
        return Math.Abs(1 - ratio) <= Tolerance ? current : (int)Math.Ceiling(value / target);
    }

    private int Left(ScalingPolicy policy, TimeSpan now, int current, bool isUp)
    {
        var used = _changes.Where(change => now - change.At < policy.Period && change.Change > 0 == isUp).Sum(change => Math.Abs(change.Change));
        return Math.Max(0, policy.Of(isUp ? current - used : current + used) - used);
    }
}
