using k8s;
using k8s.Models;

namespace Reckon.Kubernetes.Tests.Objects;

/// <summary>An object of a kind that Kubernetes itself does not have. Only what the chart writes is there: anything else is an error.</summary>
internal abstract class CustomObject<TSpec> : IKubernetesObject<V1ObjectMeta>, ISpec<TSpec>
{
    public string ApiVersion { get; set; } = "";

    public string Kind { get; set; } = "";

    public V1ObjectMeta Metadata { get; set; } = new();

    public TSpec Spec { get; set; } = default!;
}
