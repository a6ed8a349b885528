namespace Reckon.Kubernetes.Tests.Objects;

/// <summary>The Gateway API's HTTPRoute.</summary>
internal sealed class HttpRoute : CustomObject<HttpRoute.Specification>
{
    internal sealed class Specification
    {
        public IList<Parent> ParentRefs { get; set; } = [];

        public IList<string> Hostnames { get; set; } = [];

        public IList<Rule> Rules { get; set; } = [];
    }

    internal sealed class Parent
    {
        public string Name { get; set; } = "";

        public string Namespace { get; set; } = "";
    }

    internal sealed class Rule
    {
        public IList<Backend> BackendRefs { get; set; } = [];
    }

    internal sealed class Backend
    {
        public string Name { get; set; } = "";

        public int Port { get; set; }
    }
}
