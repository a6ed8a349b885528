namespace Reckon.Kubernetes.Tests.Objects;

/// <summary>KEDA's.</summary>
internal sealed class TriggerAuthentication : CustomObject<TriggerAuthentication.Specification>
{
    internal sealed class Specification
    {
        public IList<SecretParameter> SecretTargetRef { get; set; } = [];
    }

    internal sealed class SecretParameter
    {
        public string Parameter { get; set; } = "";

        public string Name { get; set; } = "";

        public string Key { get; set; } = "";
    }
}
