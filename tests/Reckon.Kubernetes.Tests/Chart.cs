using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Reckon.Testing;

namespace Reckon.Kubernetes.Tests;

/// <summary>The chart, rendered.</summary>
internal static partial class Chart
{
    public const string Folder = "helm/reckon";
    public const string Newest = "1.36.0";

    /// <summary>Of Kubernetes: the oldest that the chart takes, one between, and the newest whose schema is known here.</summary>
    public static readonly string[] Kubernetes = ["1.30.0", "1.32.0", Newest];

    private const string Usual = "default";
    private static readonly ConcurrentDictionary<string, string> _renders = new();

    /// <summary>The profiles: the values as they are, and each file of <c>ci/</c>.</summary>
    public static IEnumerable<string> Profiles { get; } =
    [
        Usual,
        .. Directory.EnumerateFiles(RepositoryRoot.PathTo(Folder, "ci"), "*-values.yaml")
            .Select(file => Path.GetFileName(file)[..^"-values.yaml".Length]).Order(StringComparer.Ordinal),
    ];

    /// <summary>The options of Helm that name a profile's values.</summary>
    public static string[] ValuesOf(string profile) => profile == Usual ? [] : ["--values", $"{Folder}/ci/{profile}-values.yaml"];

    /// <summary>What a profile renders to, with secrets that Helm draws replaced by a word.</summary>
    public static string Render(string profile, string helm = "helm-4", string kubernetes = Newest) =>
        _renders.GetOrAdd($"{profile} {helm} {kubernetes}", _ =>
        {
            var (code, output, error) = Template(helm, [.. ValuesOf(profile), "--kube-version", kubernetes]);
            Assert.True(code == 0, error);
            return Drawn().Replace(output, "drawn");
        });

    /// <summary>Renders with any options.</summary>
    public static (int Code, string Output, string Error) Template(string helm, params string[] options) =>
        ChartTools.Run(helm, ["template", "trial", Folder, "--namespace", "bench", .. options]);

    // As secrets.yaml draws them.
    [GeneratedRegex(@"\b[0-9A-Za-z]{40}\b(?![0-9A-Za-z])")]
    private static partial Regex Drawn();
}
