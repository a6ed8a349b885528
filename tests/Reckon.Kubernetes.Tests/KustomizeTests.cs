using System.Text.Json.Nodes;
using k8s;
using k8s.Models;
using Reckon.Cli.Output;
using Reckon.Kubernetes.Tests.Objects;
using Reckon.Testing;

namespace Reckon.Kubernetes.Tests;

/// <summary><c>k8s/</c> is what the chart gives, for those without Helm.</summary>
public sealed class KustomizeTests
{
    private const int NotHeld = 4; // What `reckon claim` says of a claim that does not hold.

    private static readonly string[] _ofHelm = ["app.kubernetes.io/managed-by:", "helm.sh/chart:", "# Source:"];

    public static TheoryData<string> Overlays =>
        [.. Directory.EnumerateDirectories(RepositoryRoot.PathTo("k8s", "overlays")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_files_are_those_that_the_chart_gives_now()
    {
        using var folder = new TempFolder();
        Environment.SetEnvironmentVariable("HELM", ChartTools.PathTo("helm-4"));
        var (code, _, error) = ChartTools.Execute("bash", RepositoryRoot.PathTo("k8s", "generate.sh"), folder.Path);
        Assert.True(code == 0, error);

        var generated = Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).ToList();
        Assert.True(generated.Count >= 7);
        Assert.All(generated, file => Assert.True(
            File.ReadAllText(file) == File.ReadAllText(RepositoryRoot.PathTo("k8s", Path.GetRelativePath(folder.Path, file))),
            $"{Path.GetRelativePath(folder.Path, file)} differs: run k8s/generate.sh."));
    }

    [Theory, MemberData(nameof(Overlays))]
    public void An_overlay_builds_to_what_helm_renders(string overlay)
    {
        var built = ChartTools.Run("kubectl", "kustomize", $"k8s/overlays/{overlay}");
        Assert.True(built.Code == 0, built.Error);
        var rendered = Chart.Template("helm-4", "--values", "k8s/values/base.yaml", "--values", $"k8s/values/{overlay}.yaml");
        Assert.True(rendered.Code == 0, rendered.Error);

        Assert.Equal(
            ByName(WithoutHelm(rendered.Output.Replace("trial", "reckon", StringComparison.Ordinal).Replace(": bench", ": reckon", StringComparison.Ordinal)
                .Replace(".bench.", ".reckon.", StringComparison.Ordinal))),
            ByName(built.Output).Where(it => !it.StartsWith("Namespace ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("job.yaml", "submit")]
    [InlineData("nightly.yaml", "submit", "results", "claim")]
    public void A_sweep_as_an_object_calls_the_program_as_it_is(string file, params string[] commands)
    {
        var objects = ObjectSet.Read(File.ReadAllText(RepositoryRoot.PathTo("k8s", "sweeps", file)));
        var (_, _, pod) = Assert.Single(objects.Pods);
        V1Container[] steps = [.. pod.InitContainers ?? [], .. pod.Containers];

        Assert.Equal(commands, steps.Select(step => step.Args[0]));
        Assert.All(steps, step => Assert.Equal("/etc/reckon/tokens/operator", ReckonPods.OptionsOf(step).Client.SecretFile));
        Assert.Contains("--wait", steps[0].Args);
        var rule = Assert.Single(objects.Of<V1Job>().Select(it => it.Spec).Concat(objects.Of<V1CronJob>().Select(it => it.Spec.JobTemplate.Spec)))
            .PodFailurePolicy.Rules.Single();
        Assert.Equal("FailJob", rule.Action);
        Assert.Equal(
            new[] { ExitCode.Usage, ExitCode.FailedTrials, ExitCode.LimitReached, ExitCode.Cancelled }.Concat(commands.Contains("claim") ? [NotHeld] : []).Order(),
            rule.OnExitCodes.Values);
    }

    private static string WithoutHelm(string text) => string.Join(
        '\n', text.Split('\n').Where(line => !_ofHelm.Any(words => line.TrimStart().StartsWith(words, StringComparison.Ordinal))));

    // Kustomize orders lists that it merges in a way of its own.
    private static IEnumerable<string> ByName(string yaml) => ObjectSet.Read(yaml).All.Select(it =>
    {
        if (it is V1Deployment deployment)
        {
            var pod = deployment.Spec.Template.Spec;
            pod.Volumes = [.. pod.Volumes.OrderBy(volume => volume.Name, StringComparer.Ordinal)];
            foreach (var container in pod.Containers)
            {
                container.Env = [.. container.Env.OrderBy(variable => variable.Name, StringComparer.Ordinal)];
                container.VolumeMounts = [.. container.VolumeMounts.OrderBy(mount => mount.Name, StringComparer.Ordinal)];
            }
        }

        return $"{it.Kind} {it.Metadata.Name}\n{Sorted(JsonNode.Parse(KubernetesJson.Serialize((object)it)))}";
    }).Order(StringComparer.Ordinal);

    private static string Sorted(JsonNode? node) => node switch
    {
        JsonObject it => $"{{{string.Join(',', it.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}:{Sorted(pair.Value)}"))}}}",
        JsonArray it => $"[{string.Join(',', it.Select(Sorted))}]",
        _ => $"{node}",
    };
}
