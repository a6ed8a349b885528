using k8s.Models;
using Reckon.Cli.Hosting;
using Reckon.Inference.Onnx.Options;
using Reckon.Kubernetes.Tests.Objects;

namespace Reckon.Kubernetes.Tests;

/// <summary>What holds for every pod of every profile.</summary>
public sealed class PodPolicyTests
{
    private static readonly TimeSpan _margin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _spotNotice = TimeSpan.FromSeconds(25);
    private static readonly string[] _servers = ["coordinator", "api", "worker"];

    public static TheoryData<string> Profiles => [.. Chart.Profiles];

    [Theory, MemberData(nameof(Profiles))]
    public void Pods_keep_to_the_restricted_standard_and_have_no_token(string profile) => Each(profile, (_, pod) =>
    {
        Assert.Equal((false, false), (pod.AutomountServiceAccountToken, pod.EnableServiceLinks));
        Assert.True(pod.SecurityContext.RunAsNonRoot);
        Assert.True(pod.SecurityContext.RunAsUser > 0);
        Assert.Equal("RuntimeDefault", pod.SecurityContext.SeccompProfile.Type);
        Assert.All(Own(pod), container =>
        {
            Assert.Equal((false, true, true), (
                container.SecurityContext.AllowPrivilegeEscalation, container.SecurityContext.ReadOnlyRootFilesystem, container.SecurityContext.RunAsNonRoot));
            Assert.Equal(["ALL"], container.SecurityContext.Capabilities.Drop);
            Assert.True(container.Resources.Requests.ContainsKey("cpu") && container.Resources.Limits.ContainsKey("memory"), container.Name);
            Assert.False(container.Resources.Limits.ContainsKey("cpu"), "A limit of processor time looks like a dead process to the others.");
            Assert.DoesNotContain(":latest", container.Image, StringComparison.Ordinal);
            Assert.Contains(container.Image, text => text is ':' or '@');
        });
    });

    [Theory, MemberData(nameof(Profiles))]
    public void Every_variable_is_a_setting_of_the_program_with_a_value_in_its_range(string profile) => EachServer(profile, (pod, container) =>
    {
        var options = ReckonPods.OptionsOf(container);
        Assert.NotNull(options.Cluster.Redis);
        Assert.NotEqual("127.0.0.1", container.Args[0] == "api" ? options.Api.Url : options.Cluster.Address);
        Assert.Contains(container.Args[0], _servers);
    });

    [Theory, MemberData(nameof(Profiles))]
    public void What_has_begun_has_time_to_end_before_the_kubelet_kills(string profile) => EachServer(profile, (pod, container) =>
    {
        var before = TimeSpan.FromSeconds(container.Lifecycle?.PreStop?.Sleep?.Seconds ?? 0); // A request to drain counts in the grace.
        var needed = before + ReckonPods.OptionsOf(container).Cluster.Grace + ServerProcess.Closing + _margin;
        Assert.Equal(needed, TimeSpan.FromSeconds(pod.Spec.TerminationGracePeriodSeconds!.Value));
        Assert.True(pod.Metadata.Labels?.ContainsKey("reckon.dev/spot") != true || needed <= _spotNotice, $"{needed}");
    });

    [Theory, MemberData(nameof(Profiles))]
    public void Probes_are_there_and_none_ends_a_process_that_waits_for_others(string profile) => EachServer(profile, (_, container) =>
    {
        var port = container.Args[0] == "api" ? "api" : "status";
        Assert.Equal(
            [("/health/startup", port), ("/health/ready", port), ("/health/live", port)],
            new[] { container.StartupProbe, container.ReadinessProbe, container.LivenessProbe }.Select(probe => (probe.HttpGet.Path, probe.HttpGet.Port.Value)));
        Assert.True(container.LivenessProbe.FailureThreshold * container.LivenessProbe.PeriodSeconds >= 60);
        Assert.True(container.StartupProbe.FailureThreshold * container.StartupProbe.PeriodSeconds >= 60);
    });

    [Theory, MemberData(nameof(Profiles))]
    public void The_program_listens_where_its_ports_are(string profile) => EachServer(profile, (_, container) =>
    {
        var options = ReckonPods.OptionsOf(container);
        if (container.Args[0] == "api")
        {
            Assert.Equal(new Uri(options.Api.Url).Port, ReckonPods.PortOf(container, "api"));
            return;
        }

        Assert.Equal(options.Cluster.SiloPort, ReckonPods.PortOf(container, "silo"));
        Assert.Equal(new Uri(options.Cluster.StatusUrl!).Port, ReckonPods.PortOf(container, "status"));
        Assert.True(container.Args[0] == "worker" || options.Cluster.GatewayPort == ReckonPods.PortOf(container, "gateway"));
    });

    [Theory, MemberData(nameof(Profiles))]
    public void Whatever_is_mounted_is_a_volume_and_only_scratch_places_can_be_written_to(string profile) => Each(profile, (_, pod) =>
    {
        var volumes = (pod.Volumes ?? []).Select(volume => volume.Name).ToHashSet();
        Assert.Equal(pod.Volumes?.Count ?? 0, volumes.Count);
        Assert.All(Own(pod), container => Assert.All(container.VolumeMounts ?? [], mount =>
            Assert.True(volumes.Contains(mount.Name) || mount.Name == "data", $"{mount.Name} is no volume.")));
        foreach (var mount in ReckonPods.Of(pod).SelectMany(container => container.VolumeMounts).Where(mount => mount.ReadOnlyProperty != true))
        {
            Assert.Contains(mount.MountPath, new[] { "/tmp", "/dev/shm", "/more" });
        }
    });

    [Theory, MemberData(nameof(Profiles))]
    public void Models_lie_where_the_worker_looks_for_them(string profile) => EachServer(profile, (pod, container) =>
    {
        var options = ReckonPods.OptionsOf(container);
        string[] paths = container.Args[0] == "api"
            ? options.Api.Models?.Split(';') ?? []
            : [.. options.Worker.ProposerPaths, .. options.Worker.VerifierPaths];
        Assert.True(container.Args[0] != "worker" || paths.Length > 0 != (options.Execution.Provider == ExecutionProvider.Simulated));
        Assert.All(paths, path => Assert.True(
            path.StartsWith("/app/models/", StringComparison.Ordinal)
            || container.VolumeMounts.Any(mount => path == mount.MountPath || path.StartsWith($"{mount.MountPath}/", StringComparison.Ordinal)), path));
    });

    [Fact]
    public void A_job_fills_a_volume_before_the_workers_that_read_it_start()
    {
        var objects = ObjectSet.Read(Chart.Render("gpu"));
        var job = objects.Of<V1Job>().Single(it => it.Metadata.Labels["app.kubernetes.io/component"] == "models");
        var (pod, fetch) = (job.Spec.Template.Spec, job.Spec.Template.Spec.Containers.Single());
        var folder = fetch.Env.Single(variable => variable.Name == "FOLDER").Value;

        Assert.Equal("pre-install,pre-upgrade", job.Metadata.Annotations["helm.sh/hook"]);
        Assert.StartsWith($"{fetch.VolumeMounts.Single().MountPath}/", folder, StringComparison.Ordinal);
        Assert.NotEqual(true, pod.Volumes.Single().PersistentVolumeClaim.ReadOnlyProperty);
        Assert.Contains(objects.Of<V1Deployment>().SelectMany(it => ReckonPods.Of(it.Spec.Template.Spec)), container =>
            container.Args[0] == "worker" && ReckonPods.OptionsOf(container).Worker.ProposerPaths.Contains(folder));
    }

    [Fact]
    public void Every_server_trusts_the_authority_of_its_redis() => EachServer("gpu", (pod, container) =>
    {
        var file = container.Env.Single(variable => variable.Name == "SSL_CERT_FILE").Value;
        var mount = container.VolumeMounts.Single(it => file.StartsWith($"{it.MountPath}/", StringComparison.Ordinal));
        var volume = pod.Spec.Volumes.Single(it => it.Name == mount.Name).Secret;

        Assert.Equal("redis-authority", volume.SecretName);
        Assert.Equal(file, $"{mount.MountPath}/{volume.Items.Single().Path}");
    });

    private static IEnumerable<V1Container> Own(V1PodSpec pod) =>
        pod.Containers.Concat(pod.InitContainers ?? []).Where(container => container.Name is not ("beside" or "before"));

    private static void Each(string profile, Action<V1ObjectMeta, V1PodSpec> check)
    {
        var pods = ObjectSet.Read(Chart.Render(profile)).Pods.ToList();
        Assert.NotEmpty(pods);
        Assert.All(pods, pod => check(pod.Metadata, pod.Spec));
    }

    private static void EachServer(string profile, Action<(V1ObjectMeta Metadata, V1PodSpec Spec), V1Container> check) => Each(
        profile, (metadata, pod) => Assert.All(
            ReckonPods.Of(pod).Where(container => _servers.Contains(container.Args[0])), container => check((metadata, pod), container)));
}
