using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Reckon.Cli.Configuration;
using Reckon.Cli.Hosting;
using Reckon.Cli.Output;
using Reckon.Cli.Running;
using Reckon.Inference.Onnx.Options;
using Reckon.Search.Strategies;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon run SWEEP.yaml [--out DIR] [--amend] [--plugin FILE.dll]</c></summary>
internal static class RunCommand
{
    private const string DefaultFolder = "runs";

    public static Command Create(IRunSweep sweeps, ProcessEnvironment environment, Terminal terminal)
    {
        var sweep = FileArgument.Create("SWEEP.yaml", "The sweep file.");
        var output = new Option<string>("--out", "-o")
        {
            Description = $"Folder for the results; a run into the same folder resumes. Default: {DefaultFolder}/<name of the sweep>.",
            HelpName = "DIR",
        };
        output.Validators.Add(CheckFolder);
        var amend = new Option<bool>("--amend")
        {
            Description = "Add seeds, problems, strategies or values of n to the sweep whose results the folder holds. What is there is kept.",
        };
        var dashboard = new Option<bool>("--dashboard")
        {
            Description = "Serve the dashboard of the sweep while it runs, at --listen: on this machine alone, for reading alone.",
        };
        var stay = new Option<bool>("--stay") { Description = "Serve the dashboard until it is interrupted, also when the sweep is finished." };
        var command = new Command("run", "Run a sweep on this machine.") { sweep, output, amend, dashboard, stay };
        var flags = SettingFlags.OfRun(command, environment);
        command.SetAction((arguments, cancellationToken) => RunAsync(
            arguments.GetRequiredValue(sweep), arguments.GetValue(output), arguments.GetValue(amend),
            StayOf(arguments.GetValue(dashboard), arguments.GetValue(stay)), flags.Load(arguments, terminal), sweeps, terminal, cancellationToken));
        return command;
    }

    private static DashboardStay StayOf(bool isServed, bool stays) =>
        stays ? DashboardStay.UntilStopped : isServed ? DashboardStay.WithRun : DashboardStay.None;

    private static void CheckFolder(OptionResult result)
    {
        if (result.Tokens is [.., { Value: var path }]
            && (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal)))
        {
            result.AddError("--out needs the path of a folder.");
        }
    }

    private static async Task<int> RunAsync(
        string path, string? output, bool isAmending, DashboardStay dashboard, EffectiveSettings? settings,
        IRunSweep sweeps, Terminal terminal, CancellationToken cancellationToken)
    {
        // Both are read before either is refused, so everything that is wrong is reported at once.
        if (PluginStrategies.Load(settings, terminal) is not { } strategies
            || SweepFileReport.Load(path, strategies, terminal) is not { } inputs || settings is null)
        {
            return ExitCode.Usage;
        }

        if (settings.Options.Execution.Provider == ExecutionProvider.Simulated)
        {
            throw ClusterSettingException.SimulatedRun();
        }

        var folder = Path.GetFullPath(output ?? Path.Combine(DefaultFolder, inputs.Spec.Name));
        try
        {
            return await sweeps.RunAsync(new RunRequest(inputs, folder, settings, strategies, isAmending, dashboard), terminal, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await terminal.Error.WriteLineAsync("Interrupted. Run the same command to resume.");
            return ExitCode.Interrupted;
        }
    }
}
