using Reckon.Testing;

namespace Reckon.Kubernetes.Tests;

/// <summary>The validators that are made from the schemas of Kubernetes, KEDA and the Prometheus operator, in JavaScript.</summary>
public sealed class SchemaTests
{
    private static readonly string _script = RepositoryRoot.PathTo("tests", "Reckon.Kubernetes.Tests", "tools", "validate.mjs");

    [Fact]
    public void Every_object_of_every_profile_and_of_k8s_has_all_that_its_schema_asks_for()
    {
        using var folder = new TempFolder();
        var own = Directory.EnumerateFiles(RepositoryRoot.PathTo("k8s", "sweeps")).Select(File.ReadAllText);
        var overlays = Directory.EnumerateDirectories(RepositoryRoot.PathTo("k8s", "overlays"))
            .Select(overlay => ChartTools.Run("kubectl", "kustomize", overlay).Output);

        var (code, output, error) = Validate(folder.Write("all.yaml", string.Join("\n---\n", Chart.Profiles.Select(it => Chart.Render(it)).Concat(own).Concat(overlays))));

        Assert.True(code == 0, output + error);
        Assert.True(int.Parse(error.Split(' ')[0]) > 150, error);
    }

    [Theory]
    [InlineData("minReplicaCount: 0", "minReplicaCount: none", "minReplicaCount")]
    [InlineData("  selector:\n    matchLabels:", "  selected:\n    matchLabels:", "required property selector")]
    [InlineData("targetValue: \"64\"", "targetValue: 64", "targetValue")]
    public void What_is_missing_or_of_another_type_is_found(string right, string wrong, string said)
    {
        using var folder = new TempFolder();
        var text = Chart.Render("gpu");
        Assert.Contains(right, text, StringComparison.Ordinal);

        var (code, output, error) = Validate(folder.Write("wrong.yaml", text.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.True(code == 1, error);
        Assert.Contains(said, output, StringComparison.Ordinal);
    }

    private static (int Code, string Output, string Error) Validate(string file) =>
        ChartTools.Execute("node", _script, Path.Combine(ChartTools.PathTo("npm"), "node_modules"), file);
}
