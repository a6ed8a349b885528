using System.Collections.Immutable;
using System.Globalization;
using Reckon.Kubernetes.Tests.Objects;

namespace Reckon.Kubernetes.Tests.Elasticity;

/// <summary>What a ScaledObject asks for.</summary>
internal sealed record KedaRule(
    int Min, int Max, TimeSpan Polling, TimeSpan Cooldown, TimeSpan Stabilization, ImmutableArray<ScalingPolicy> ScaleUp,
    ImmutableArray<ScalingPolicy> ScaleDown, ImmutableArray<KedaTrigger> Triggers)
{
    public static KedaRule Of(ScaledObject it)
    {
        var behavior = it.Spec.Advanced.HorizontalPodAutoscalerConfig.Behavior;
        return new KedaRule(
            it.Spec.MinReplicaCount, it.Spec.MaxReplicaCount, Seconds(it.Spec.PollingInterval), Seconds(it.Spec.CooldownPeriod),
            Seconds(behavior.ScaleDown.StabilizationWindowSeconds!.Value),
            [.. behavior.ScaleUp.Policies.Select(ScalingPolicy.Of)], [.. behavior.ScaleDown.Policies.Select(ScalingPolicy.Of)],
            [.. it.Spec.Triggers.Select(trigger => new KedaTrigger(
                new Uri(trigger.Metadata["url"]).AbsolutePath, Number(trigger.Metadata["targetValue"]), Number(trigger.Metadata["activationTargetValue"])))]);
    }

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
