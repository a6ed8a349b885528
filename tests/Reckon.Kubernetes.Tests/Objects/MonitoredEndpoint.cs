using k8s.Models;

namespace Reckon.Kubernetes.Tests.Objects;

/// <summary>Where Prometheus reads metrics.</summary>
internal sealed class MonitoredEndpoint
{
    public string Port { get; set; } = "";

    public string Path { get; set; } = "";

    public string Interval { get; set; } = "";

    public Login? Authorization { get; set; }

    internal sealed class Login
    {
        public string Type { get; set; } = "";

        public V1SecretKeySelector Credentials { get; set; } = new();
    }
}
