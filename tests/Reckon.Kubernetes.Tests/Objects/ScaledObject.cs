using k8s.Models;

namespace Reckon.Kubernetes.Tests.Objects;

/// <summary>KEDA's: https://keda.sh/docs/2.21/reference/scaledobject-spec/.</summary>
internal sealed class ScaledObject : CustomObject<ScaledObject.Specification>
{
    internal sealed class Specification
    {
        public V2CrossVersionObjectReference ScaleTargetRef { get; set; } = new();

        public int MinReplicaCount { get; set; }

        public int MaxReplicaCount { get; set; }

        public int PollingInterval { get; set; }

        public int CooldownPeriod { get; set; }

        public FallbackRule Fallback { get; set; } = new();

        public AdvancedRules Advanced { get; set; } = new();

        public IList<Trigger> Triggers { get; set; } = [];
    }

    internal sealed class FallbackRule
    {
        public int FailureThreshold { get; set; }

        public int Replicas { get; set; }

        public string Behavior { get; set; } = "";
    }

    internal sealed class AdvancedRules
    {
        public HorizontalRules HorizontalPodAutoscalerConfig { get; set; } = new();
    }

    internal sealed class HorizontalRules
    {
        public V2HorizontalPodAutoscalerBehavior Behavior { get; set; } = new();
    }

    internal sealed class Trigger
    {
        public string Type { get; set; } = "";

        public string Name { get; set; } = "";

        public string MetricType { get; set; } = "";

        public IDictionary<string, string> Metadata { get; set; } = new Dictionary<string, string>();

        public V1LocalObjectReference AuthenticationRef { get; set; } = new();
    }
}
