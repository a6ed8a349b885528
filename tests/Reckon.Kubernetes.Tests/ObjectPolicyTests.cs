using k8s.Models;
using Reckon.Kubernetes.Tests.Objects;

namespace Reckon.Kubernetes.Tests;

/// <summary>How the objects of a profile refer to one another.</summary>
public sealed class ObjectPolicyTests
{
    // Of profiles that name objects of the reader's own.
    private static readonly string[] _givenSecrets = ["redis-login", "redis-authority", "callers", "api-certificate", "reckon-tls", "more"];
    private static readonly string[] _givenMaps = ["acceptance"];

    public static TheoryData<string> Profiles => [.. Chart.Profiles];

    [Theory, MemberData(nameof(Profiles))]
    public void Every_selector_finds_a_pod(string profile)
    {
        var objects = ObjectSet.Read(Chart.Render(profile));
        var pods = objects.Pods.Select(pod => pod.Metadata.Labels ?? new Dictionary<string, string>()).ToList();
        IEnumerable<(string Who, IDictionary<string, string> Labels)> selectors =
        [
            .. objects.Of<V1Deployment>().Select(it => (it.Metadata.Name, it.Spec.Selector.MatchLabels)),
            .. objects.Of<V1StatefulSet>().Select(it => (it.Metadata.Name, it.Spec.Selector.MatchLabels)),
            .. objects.Of<V1Service>().Select(it => (it.Metadata.Name, it.Spec.Selector)),
            .. objects.Of<V1PodDisruptionBudget>().Select(it => (it.Metadata.Name, it.Spec.Selector.MatchLabels)),
            .. objects.Of<V1NetworkPolicy>().SelectMany(PodsOf).Select(labels => ("a network policy", labels)),
            .. objects.Of<PodMonitor>().Select(it => (it.Metadata.Name, it.Spec.Selector.MatchLabels)),
        ];

        Assert.All(selectors, selector => Assert.Contains(pods, labels => selector.Labels.All(
            wanted => labels.TryGetValue(wanted.Key, out var value) && value == wanted.Value)));
        Assert.All(objects.Of<ServiceMonitor>(), monitor => Assert.Contains(objects.Of<V1Service>(), service =>
            monitor.Spec.Selector.MatchLabels.All(wanted => service.Metadata.Labels.TryGetValue(wanted.Key, out var value) && value == wanted.Value)
            && monitor.Spec.Endpoints.All(endpoint => service.Spec.Ports.Any(port => port.Name == endpoint.Port))));
    }

    [Theory, MemberData(nameof(Profiles))]
    public void No_two_deployments_claim_one_pod(string profile)
    {
        var deployments = ObjectSet.Read(Chart.Render(profile)).Of<V1Deployment>().ToList();

        Assert.All(deployments, deployment => Assert.Single(deployments, other => other.Spec.Selector.MatchLabels.All(
            wanted => deployment.Spec.Template.Metadata.Labels.TryGetValue(wanted.Key, out var value) && value == wanted.Value)));
    }

    [Theory, MemberData(nameof(Profiles))]
    public void Services_probes_and_hooks_name_ports_that_are_there(string profile)
    {
        var objects = ObjectSet.Read(Chart.Render(profile));
        Assert.All(objects.Pods.SelectMany(pod => pod.Spec.Containers), container => Assert.All(NamedPorts(container), name =>
            Assert.Contains(container.Ports, port => port.Name == name)));
        Assert.All(objects.Of<V1Service>(), service => Assert.All(service.Spec.Ports, port => Assert.Contains(
            objects.Pods.SelectMany(pod => pod.Spec.Containers), container => container.Ports?.Any(its => its.Name == port.TargetPort.Value) == true)));
    }

    [Theory, MemberData(nameof(Profiles))]
    public void Secrets_and_maps_that_are_named_are_there_or_are_the_readers_own(string profile)
    {
        var objects = ObjectSet.Read(Chart.Render(profile));
        var secrets = objects.Of<V1Secret>().ToDictionary(it => it.Metadata.Name, it => it.StringData.Keys.ToHashSet());
        var maps = objects.Of<V1ConfigMap>().Select(it => it.Metadata.Name).ToHashSet();
        IEnumerable<(string Name, string? Key)> named =
        [
            .. objects.Pods.SelectMany(pod => pod.Spec.Volumes ?? []).Where(volume => volume.Secret is not null)
                .SelectMany(volume => volume.Secret.Items.Select(item => (volume.Secret.SecretName, (string?)item.Key))),
            .. objects.Pods.SelectMany(pod => pod.Spec.Containers).SelectMany(container => container.Env ?? [])
                .Select(variable => variable.ValueFrom?.SecretKeyRef).OfType<V1SecretKeySelector>().Select(key => (key.Name, (string?)key.Key)),
            .. objects.Of<TriggerAuthentication>().SelectMany(it => it.Spec.SecretTargetRef).Select(it => (it.Name, (string?)it.Key)),
            .. objects.Of<ServiceMonitor>().SelectMany(it => it.Spec.Endpoints).Select(it => it.Authorization!.Credentials)
                .Select(it => (it.Name, (string?)it.Key)),
        ];

        Assert.All(named, secret => Assert.True(
            _givenSecrets.Contains(secret.Name) || (secrets.TryGetValue(secret.Name, out var keys) && keys.Contains(secret.Key!)), $"{secret}"));
        Assert.All(
            objects.Pods.SelectMany(pod => pod.Spec.Volumes ?? []).Select(volume => volume.ConfigMap?.Name).OfType<string>(),
            name => Assert.Contains(name, maps.Concat(_givenMaps)));
    }

    [Theory, MemberData(nameof(Profiles))]
    public void Autoscalers_name_a_deployment_that_leaves_its_replicas_to_them(string profile)
    {
        var objects = ObjectSet.Read(Chart.Render(profile));
        var targets = objects.Of<ScaledObject>().Select(it => it.Spec.ScaleTargetRef.Name)
            .Concat(objects.Of<V2HorizontalPodAutoscaler>().Select(it => it.Spec.ScaleTargetRef.Name)).ToList();

        Assert.Distinct(targets);
        Assert.All(objects.Of<V1Deployment>(), it => Assert.Equal(targets.Contains(it.Metadata.Name), it.Spec.Replicas is null));
        Assert.All(objects.Of<ScaledObject>().SelectMany(it => it.Spec.Triggers), trigger =>
        {
            Assert.Equal(("metrics-api", "AverageValue", "outstanding", "bearer"), (
                trigger.Type, trigger.MetricType, trigger.Metadata["valueLocation"], trigger.Metadata["authMode"]));
            var url = new Uri(trigger.Metadata["url"]);
            var service = objects.Of<V1Service>().Single(it => $"{it.Metadata.Name}.{it.Metadata.NamespaceProperty}.svc" == url.Host);
            Assert.Contains(service.Spec.Ports, port => port.Port == url.Port);
            Assert.StartsWith("/v1/pools/", url.AbsolutePath, StringComparison.Ordinal);
            Assert.Contains(objects.Of<TriggerAuthentication>(), it => it.Metadata.Name == trigger.AuthenticationRef.Name);
        });
    }

    [Theory, MemberData(nameof(Profiles))]
    public void Disruption_budgets_let_nodes_be_emptied(string profile)
    {
        var objects = ObjectSet.Read(Chart.Render(profile));
        Assert.All(objects.Of<V1PodDisruptionBudget>(), budget =>
        {
            var deployment = objects.Of<V1Deployment>().Single(it => it.Metadata.Name == budget.Metadata.Name);
            Assert.True(budget.Spec.MinAvailable is null || int.Parse(budget.Spec.MinAvailable.Value) < deployment.Spec.Replicas);
            Assert.True(!deployment.Metadata.Name.Contains("worker", StringComparison.Ordinal) || budget.Spec.MinAvailable is null);
        });
    }

    [Theory, MemberData(nameof(Profiles))]
    public void The_network_lets_through_what_the_parts_need_and_nothing_from_outside_to_the_silos(string profile)
    {
        var policies = ObjectSet.Read(Chart.Render(profile)).Of<V1NetworkPolicy>().ToDictionary(it => it.Metadata.Name.Split('-')[^1]);
        if (policies.Count == 0)
        {
            return; // Switched off.
        }

        Assert.All(policies.Values, policy => Assert.Equal(["Ingress", "Egress"], policy.Spec.PolicyTypes));
        Assert.Equal([11111, 30000, 8081], Ports(policies["coordinator"].Spec.Ingress.SelectMany(rule => rule.Ports)));
        Assert.Equal([11111, 8081], Ports(policies["worker"].Spec.Ingress.SelectMany(rule => rule.Ports)));
        Assert.Equal([8080], Ports(policies["api"].Spec.Ingress.SelectMany(rule => rule.Ports)));
        Assert.Contains(30000, Ports(policies["api"].Spec.Egress.SelectMany(rule => rule.Ports)));
        Assert.All(
            policies["coordinator"].Spec.Ingress.Concat(policies["worker"].Spec.Ingress), rule => Assert.NotEmpty(rule.FromProperty));
    }

    private static int[] Ports(IEnumerable<V1NetworkPolicyPort> ports) => [.. ports.Select(port => int.Parse(port.Port.Value))];

    private static IEnumerable<IDictionary<string, string>> PodsOf(V1NetworkPolicy policy) =>
    [
        policy.Spec.PodSelector.MatchLabels,
        .. (policy.Spec.Ingress ?? []).SelectMany(rule => rule.FromProperty ?? []).Select(peer => peer.PodSelector?.MatchLabels).OfType<IDictionary<string, string>>(),
        .. (policy.Spec.Egress ?? []).SelectMany(rule => rule.To ?? []).Select(peer => peer.PodSelector?.MatchLabels).OfType<IDictionary<string, string>>(),
    ];

    private static IEnumerable<string> NamedPorts(V1Container container) => new[]
    {
        container.StartupProbe?.HttpGet?.Port, container.ReadinessProbe?.HttpGet?.Port, container.LivenessProbe?.HttpGet?.Port,
        container.StartupProbe?.TcpSocket?.Port, container.Lifecycle?.PreStop?.HttpGet?.Port,
    }.OfType<IntOrString>().Select(port => port.Value);
}
