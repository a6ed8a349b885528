using System.Text.Json;
using System.Text.RegularExpressions;
using Reckon.Kubernetes.Tests.Objects;
using Reckon.Testing;

namespace Reckon.Kubernetes.Tests;

public sealed partial class MonitoringTests
{
    private const string Rules = $"{Chart.Folder}/rules";
    private const string Dashboard = $"{Chart.Folder}/dashboards/reckon.json";

    private static IReadOnlyList<string> DashboardQueries =>
        [.. Expressions(JsonDocument.Parse(File.ReadAllText(RepositoryRoot.PathTo(Dashboard))).RootElement)];

    [Fact]
    public void Alert_rules_are_right_and_fire_when_they_should()
    {
        ChartTools.Need("promtool");
        Assert.All(new[] { ("check", $"{Rules}/reckon.yaml"), ("test", $"{Rules}/tests.yaml") }, it =>
        {
            var (code, output, error) = ChartTools.Run("promtool", it.Item1, "rules", it.Item2);
            Assert.True(code == 0, output + error);
        });
    }

    [Fact]
    public void Every_alert_says_what_is_wrong_and_what_to_do_and_has_a_test()
    {
        var tests = File.ReadAllText(RepositoryRoot.PathTo(Rules, "tests.yaml"));
        var rules = ObjectSet.Read(Chart.Render("gpu")).Of<PrometheusRule>().Single().Spec.Groups.SelectMany(group => group.Rules).ToList();

        Assert.NotEmpty(rules);
        Assert.All(rules, rule =>
        {
            Assert.StartsWith("Reckon", rule.Alert, StringComparison.Ordinal);
            Assert.True(rule.Annotations.ContainsKey("summary") && rule.Annotations.ContainsKey("description") && rule.Labels.ContainsKey("severity"), rule.Alert);
            Assert.Contains($"alertname: {rule.Alert}", tests, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_longest_time_of_a_sweep_is_the_readers()
    {
        var (code, output, error) = Chart.Template("helm-4", "--set", "monitoring.rules.enabled=true,monitoring.rules.longestSweepHours=2");
        Assert.True(code == 0, error);
        var rules = ObjectSet.Read(output).Of<PrometheusRule>().Single().Spec.Groups.SelectMany(group => group.Rules);

        Assert.Contains("> 7200", rules.Single(rule => rule.Alert == "ReckonSweepTakesLong").Expr, StringComparison.Ordinal);
    }

    // The names themselves are held to a running cluster's: see ElasticityTests.
    [Fact]
    public void Every_query_of_the_dashboard_is_one()
    {
        using var folder = new TempFolder();
        var rules = DashboardQueries.Select((query, index) => $"""
              - record: query:{index}
                expr: {JsonSerializer.Serialize(Variable().Replace(query, "5m"))}
            """);
        var file = folder.Write("queries.yaml", $"groups:\n- name: queries\n  rules:\n{string.Join('\n', rules)}\n");

        var (code, output, error) = ChartTools.Run("promtool", "check", "rules", file);

        Assert.True(code == 0, output + error);
        Assert.True(DashboardQueries.Count >= 12);
    }

    [Fact]
    public void The_dashboard_reaches_grafana_unchanged() => Assert.Equal(
        File.ReadAllText(RepositoryRoot.PathTo(Dashboard)).Trim(),
        ObjectSet.Read(Chart.Render("gpu")).Of<k8s.Models.V1ConfigMap>().Single(it => it.Metadata.Labels.ContainsKey("grafana_dashboard"))
            .Data["reckon.json"].Trim());

    private static IEnumerable<string> Expressions(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(
            property => property is { Name: "expr", Value.ValueKind: JsonValueKind.String } ? [property.Value.GetString()!] : Expressions(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Expressions),
        _ => [],
    };

    [GeneratedRegex(@"\$__rate_interval")]
    private static partial Regex Variable();
}
