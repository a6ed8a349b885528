using k8s.Models;

namespace Reckon.Kubernetes.Tests.Elasticity;

/// <summary>How many pods may come or go in a time.</summary>
/// <param name="IsPercent">Whether <paramref name="Value"/> is a share of those that are there.</param>
/// <param name="Value">Pods, or percent.</param>
/// <param name="Period">The time.</param>
internal sealed record ScalingPolicy(bool IsPercent, int Value, TimeSpan Period)
{
    public static ScalingPolicy Of(V2HPAScalingPolicy policy) =>
        new(policy.Type == "Percent", policy.Value, TimeSpan.FromSeconds(policy.PeriodSeconds));

    /// <summary>Pods that may come or go where there were <paramref name="count"/> at the beginning of the time.</summary>
    public int Of(int count) => IsPercent ? (int)Math.Ceiling(count * Value / 100.0) : Value;
}
