using System.CommandLine;
using Reckon.Evaluation;

namespace Reckon.Cli;

/// <summary><c>reckon run SWEEP.yaml [--out DIR]</c></summary>
internal static class RunCommand
{
    private const string DefaultFolder = "runs";

    public static Command Create(IRunSweep sweeps, Terminal terminal)
    {
        var sweep = new Argument<string>("SWEEP.yaml") { Description = "The sweep file." };
        var output = new Option<string>("--out", "-o")
        {
            Description = $"Folder for the results; the same folder again goes on where a run stopped. Default: {DefaultFolder}/<name of the sweep>.",
            HelpName = "DIR",
        };
        var command = new Command("run", "Run a sweep on this machine.") { sweep, output };
        command.SetAction((arguments, cancellationToken) =>
            RunAsync(arguments.GetRequiredValue(sweep), arguments.GetValue(output), sweeps, terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        string path, string? output, IRunSweep sweeps, Terminal terminal, CancellationToken cancellationToken)
    {
        if (SweepFileReport.Load(path, terminal) is not { } file)
        {
            return ExitCode.Usage;
        }

        var folder = Path.GetFullPath(output ?? Path.Combine(DefaultFolder, file.Spec.Name));
        try
        {
            return await sweeps.RunAsync(new RunRequest(file, folder), terminal, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await terminal.Error.WriteLineAsync("Interrupted. The same command goes on from here.");
            return ExitCode.Interrupted;
        }
    }
}
