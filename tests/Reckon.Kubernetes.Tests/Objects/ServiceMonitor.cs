using k8s.Models;

namespace Reckon.Kubernetes.Tests.Objects;

/// <summary>The Prometheus operator's.</summary>
internal sealed class ServiceMonitor : CustomObject<ServiceMonitor.Specification>
{
    internal sealed class Specification
    {
        public V1LabelSelector Selector { get; set; } = new();

        public IList<string> TargetLabels { get; set; } = [];

        public IList<MonitoredEndpoint> Endpoints { get; set; } = [];
    }
}
