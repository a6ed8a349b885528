namespace Reckon.Kubernetes.Tests.Objects;

/// <summary>The Prometheus operator's.</summary>
internal sealed class PrometheusRule : CustomObject<PrometheusRule.Specification>
{
    internal sealed class Specification
    {
        public IList<RuleGroup> Groups { get; set; } = [];
    }

    internal sealed class RuleGroup
    {
        public string Name { get; set; } = "";

        public IList<Rule> Rules { get; set; } = [];
    }

    internal sealed class Rule
    {
        public string Alert { get; set; } = "";

        public string Expr { get; set; } = "";

        public string For { get; set; } = "";

        public IDictionary<string, string> Labels { get; set; } = new Dictionary<string, string>();

        public IDictionary<string, string> Annotations { get; set; } = new Dictionary<string, string>();
    }
}
