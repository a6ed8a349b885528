using System.Collections.Immutable;
using k8s.Models;
using Reckon.Cli.Configuration;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Kubernetes.Tests.Objects;

/// <summary>Containers that run this program, and the settings that it would read there.</summary>
internal static class ReckonPods
{
    private const string Image = "reckon";

    /// <summary>The program's containers among those of a pod.</summary>
    public static IEnumerable<V1Container> Of(V1PodSpec pod) => pod.Containers.Where(container =>
        container.Image.Split('/')[^1].Split(':', '@')[0] == Image);

    /// <summary>The variables of a container, with values in place of what Kubernetes fills in.</summary>
    public static Dictionary<string, string> VariablesOf(V1Container container)
    {
        var variables = new Dictionary<string, string>();
        foreach (var variable in container.Env ?? [])
        {
            var value = variable.Value ?? (variable.ValueFrom.FieldRef is { } field ? FieldOf(field) : "a-secret");
            foreach (var (name, text) in variables)
            {
                value = value.Replace($"$({name})", text, StringComparison.Ordinal);
            }

            variables.Add(variable.Name, value);
        }

        return variables;
    }

    /// <summary>The settings of a container: every one of its variables has to be known, and every value in its range.</summary>
    public static ReckonOptions OptionsOf(V1Container container)
    {
        var layer = EnvironmentLayer.Of(VariablesOf(container));
        return SettingsReader.Read(KnownSettings.On(processors: 4), layer) switch
        {
            Validated<EffectiveSettings>.Valid(var settings) => settings.Options,
            Validated<EffectiveSettings>.Invalid(var faults) => throw new InvalidOperationException(string.Join('\n', faults)),
            _ => throw new InvalidOperationException("A result is valid or invalid."),
        };
    }

    /// <summary>The port of a container that is called <paramref name="name"/>.</summary>
    public static int PortOf(V1Container container, string name) => container.Ports.Single(port => port.Name == name).ContainerPort;

    private static string FieldOf(V1ObjectFieldSelector field) => field.FieldPath switch
    {
        "status.podIP" => "10.1.2.3",
        "metadata.labels['batch.kubernetes.io/job-name']" => "nightly-29876543",
        _ => throw new InvalidOperationException($"There is no field {field.FieldPath}."),
    };
}
