using System.CommandLine;
using System.Globalization;

namespace Reckon.Cli;

/// <summary><c>reckon validate SWEEP.yaml</c></summary>
internal static class ValidateCommand
{
    public static Command Create(Terminal terminal)
    {
        var sweep = new Argument<string>("SWEEP.yaml") { Description = "The sweep file." };
        var command = new Command("validate", "Check a sweep and its dataset, and start nothing.") { sweep };
        command.SetAction(arguments => Validate(arguments.GetRequiredValue(sweep), terminal));
        return command;
    }

    private static int Validate(string path, Terminal terminal)
    {
        if (SweepFileReport.Load(path, terminal) is not { } file)
        {
            return ExitCode.Usage;
        }

        terminal.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"OK: {file.Spec.Name}: {file.Spec.Strategies.Length} strategies × {file.Spec.Seeds.Length} seeds × {file.Dataset.Problems.Length} problems = {file.Trials} trials"));
        return ExitCode.Success;
    }
}
