using System.CommandLine;
using System.Globalization;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Search.Strategies;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon validate SWEEP.yaml [--plugin FILE.dll]</c></summary>
internal static class ValidateCommand
{
    public static Command Create(ProcessEnvironment environment, Terminal terminal)
    {
        var sweep = FileArgument.Create("SWEEP.yaml", "The sweep file.");
        var command = new Command("validate", "Check a sweep, its dataset and its models, and start nothing.") { sweep };
        var flags = SettingFlags.OfStrategies(command, environment);
        command.SetAction(arguments =>
            flags.Load(arguments, terminal) is { } settings && PluginStrategies.Load(settings, terminal) is { } strategies
                ? Validate(arguments.GetRequiredValue(sweep), strategies, terminal)
                : ExitCode.Usage);
        return command;
    }

    private static int Validate(string path, StrategyRegistry strategies, Terminal terminal)
    {
        if (SweepFileReport.Load(path, strategies, terminal) is not { } file)
        {
            return ExitCode.Usage;
        }

        terminal.Output.WriteLine(
            $"OK: {file.Spec.Name}: {Count(file.Spec.Strategies.Length, "strategy", "strategies")} × {Count(file.Spec.Seeds.Length, "seed", "seeds")}"
            + $" × {Count(file.Dataset.Problems.Length, "problem", "problems")} = {Count(file.Trials, "trial", "trials")}");
        return ExitCode.Success;
    }

    private static string Count(long count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
