using k8s;
using k8s.Models;

namespace Reckon.Kubernetes.Tests.Objects;

/// <summary>Objects of Kubernetes, read so that an unknown name or a name that stands twice is an error.</summary>
internal sealed class ObjectSet
{
    private static readonly Dictionary<string, Type> _customTypes = new()
    {
        ["keda.sh/v1alpha1/ScaledObject"] = typeof(ScaledObject),
        ["keda.sh/v1alpha1/TriggerAuthentication"] = typeof(TriggerAuthentication),
        ["monitoring.coreos.com/v1/PodMonitor"] = typeof(PodMonitor),
        ["monitoring.coreos.com/v1/ServiceMonitor"] = typeof(ServiceMonitor),
        ["monitoring.coreos.com/v1/PrometheusRule"] = typeof(PrometheusRule),
        ["gateway.networking.k8s.io/v1/HTTPRoute"] = typeof(HttpRoute),
    };

    private ObjectSet(IReadOnlyList<IKubernetesObject<V1ObjectMeta>> all) => All = all;

    public IReadOnlyList<IKubernetesObject<V1ObjectMeta>> All { get; }

    /// <summary>All pods that the objects describe, by the kind and name of what does.</summary>
    public IEnumerable<(string Owner, V1ObjectMeta Metadata, V1PodSpec Spec)> Pods =>
    [
        .. Of<V1Deployment>().Select(it => ($"Deployment {it.Metadata.Name}", it.Spec.Template.Metadata, it.Spec.Template.Spec)),
        .. Of<V1StatefulSet>().Select(it => ($"StatefulSet {it.Metadata.Name}", it.Spec.Template.Metadata, it.Spec.Template.Spec)),
        .. Of<V1Job>().Select(it => ($"Job {it.Metadata.Name}", it.Spec.Template.Metadata ?? new V1ObjectMeta(), it.Spec.Template.Spec)),
        .. Of<V1CronJob>().Select(it => (
            $"CronJob {it.Metadata.Name}", it.Spec.JobTemplate.Spec.Template.Metadata ?? new V1ObjectMeta(), it.Spec.JobTemplate.Spec.Template.Spec)),
        .. Of<V1Pod>().Select(it => ($"Pod {it.Metadata.Name}", it.Metadata, it.Spec)),
    ];

    public static ObjectSet Read(string yaml) => new(
        [.. KubernetesYaml.LoadAllFromString(yaml, _customTypes, strict: true).Cast<IKubernetesObject<V1ObjectMeta>>()]);

    public IEnumerable<T> Of<T>() => All.OfType<T>();
}
