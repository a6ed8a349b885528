using System.Diagnostics;
using Reckon.Testing;

namespace Reckon.Kubernetes.Tests;

/// <summary>
/// The programs that <c>tests/chart-tools.sh</c> fetches. A test that needs one that is not there is skipped, and says so; with
/// <c>REQUIRE_CHART_TOOLS=1</c> in the environment it fails.
/// </summary>
internal static class ChartTools
{
    /// <summary>Both majors of Helm. They are asked for together, before a test goes through them: within a loop a skip would be a failure.</summary>
    public static string[] Helms => Need("helm-3", "helm-4");

    /// <summary>The same names, once it is known that all are there.</summary>
    public static string[] Need(params string[] tools) => [.. tools.Where(tool => PathTo(tool).Length > 0)];

    /// <summary>Runs a tool. Returns its exit code, its output, and what it wrote to standard error.</summary>
    public static (int Code, string Output, string Error) Run(string tool, params string[] arguments) => Execute(PathTo(tool), arguments);

    /// <summary>The same, of a program on the PATH.</summary>
    public static (int Code, string Output, string Error) Execute(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = RepositoryRoot.Folder,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    /// <summary>Where a tool, or a folder of tools, lies.</summary>
    public static string PathTo(string tool)
    {
        var path = RepositoryRoot.PathTo("artifacts", "chart-tools", tool);
        if (!Path.Exists(path))
        {
            var reason = $"{tool} is not in artifacts/chart-tools: run tests/chart-tools.sh.";
            Assert.False(Environment.GetEnvironmentVariable("REQUIRE_CHART_TOOLS") == "1", reason);
            Assert.Skip(reason);
        }

        return path;
    }
}
