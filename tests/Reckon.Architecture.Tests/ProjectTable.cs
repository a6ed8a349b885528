using System.Xml.Linq;

namespace Reckon.Architecture.Tests;

/// <summary>Who may reference whom: references point downwards only, and each outside library is known to few.</summary>
internal static class ProjectTable
{
    public static IReadOnlyList<ProjectRule> Rules { get; } =
    [
        new("Reckon.Search", [], []),
        new("Reckon.Grading", [], []),
        new("Reckon.Evaluation", ["Reckon.Search", "Reckon.Grading"], ["YamlDotNet", "MathNet.Numerics"]),
        new("Reckon.Plots", ["Reckon.Evaluation"], ["ScottPlot", "SkiaSharp.NativeAssets.Linux.NoDependencies"]),
        new("Reckon.Inference", ["Reckon.Search"], ["System.Numerics.Tensors"]),
        new("Reckon.Inference.Onnx", ["Reckon.Inference"],
            ["Microsoft.ML.OnnxRuntime.Managed", "System.Numerics.Tensors", "Google.Protobuf", "Grpc.Tools"]),
        new("Reckon.Inference.Templates", ["Reckon.Inference"], ["Jint", "Acornima"]),
        new("Reckon.Contracts", ["Reckon.Search"], ["Microsoft.Orleans.Sdk"]),
        new("Reckon.Coordinator", ["Reckon.Contracts", "Reckon.Evaluation", "Reckon.Search"], ["Microsoft.Orleans.Server"]),
        new("Reckon.Storage", ["Reckon.Coordinator"],
        [
            "StackExchange.Redis", "Microsoft.Garnet", "Microsoft.Orleans.Server", "Microsoft.Orleans.Clustering.Redis",
            "Microsoft.Orleans.Persistence.Redis", "Microsoft.Orleans.GrainDirectory.Redis",
        ]),
        new("Reckon.Worker", ["Reckon.Contracts", "Reckon.Inference", "Reckon.Search"], ["Microsoft.Orleans.Server"]),
        new("Reckon.Api", ["Reckon.Contracts", "Reckon.Evaluation", "Reckon.Search"],
            ["Microsoft.AspNetCore.App", "Microsoft.AspNetCore.OpenApi", "Microsoft.Orleans.Client"]),
        new("Reckon.Dashboard", ["Reckon.Api", "Reckon.Contracts", "Reckon.Evaluation"], ["Microsoft.AspNetCore.App"]),
        new("Reckon.Cli",
        [
            "Reckon.Search", "Reckon.Evaluation", "Reckon.Inference", "Reckon.Inference.Onnx", "Reckon.Inference.Templates", "Reckon.Contracts",
            "Reckon.Storage", "Reckon.Coordinator", "Reckon.Worker", "Reckon.Api", "Reckon.Dashboard", "Reckon.Plots",
        ],
        [
            "Serilog*", "OpenTelemetry.*", "Spectre.Console", "System.CommandLine", "Microsoft.Orleans.Server",
            "Microsoft.ML.OnnxRuntime", "Microsoft.ML.OnnxRuntime.Gpu.Linux", "Microsoft.ML.OnnxRuntime.EP.Cuda13.linux-x64",
        ]),
    ];

    /// <summary>
    /// What <paramref name="xml"/>, the text of the project file of <paramref name="project"/>, references against the rules.
    /// </summary>
    /// <remarks>A reference counts under every condition.</remarks>
    public static IEnumerable<string> Violations(IReadOnlyList<ProjectRule> rules, string project, string xml)
    {
        if (rules.FirstOrDefault(rule => rule.Project == project) is not { } rule)
        {
            return [$"{project} is not in the table: add a row that says what it may reference."];
        }

        var document = XDocument.Parse(xml);
        var projects = Included(document, "ProjectReference").Select(ProjectName)
            .Where(name => !rule.AllowsProject(name))
            .Select(name => $"{project} may not reference the project {name}.");
        var packages = Included(document, "PackageReference", "FrameworkReference", "Reference")
            .Where(name => !rule.AllowsPackage(name))
            .Select(name => $"{project} may not reference the package {name}.");
        return [.. projects, .. packages];
    }

    private static IEnumerable<string> Included(XDocument document, params string[] items) => document.Descendants()
        .Where(element => items.Contains(element.Name.LocalName))
        .SelectMany(element => ((string?)element.Attribute("Include") ?? "").Split(
            ';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static string ProjectName(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
}
