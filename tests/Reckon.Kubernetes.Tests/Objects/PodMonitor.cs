using k8s.Models;

namespace Reckon.Kubernetes.Tests.Objects;

/// <summary>The Prometheus operator's.</summary>
internal sealed class PodMonitor : CustomObject<PodMonitor.Specification>
{
    internal sealed class Specification
    {
        public V1LabelSelector Selector { get; set; } = new();

        public IList<string> PodTargetLabels { get; set; } = [];

        public IList<MonitoredEndpoint> PodMetricsEndpoints { get; set; } = [];
    }
}
