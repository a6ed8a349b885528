using System.CommandLine;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Cli.Results;
using Reckon.Cli.Running;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon regrade DIR</c></summary>
internal static class RegradeCommand
{
    public static Command Create(ProcessEnvironment environment, Terminal terminal)
    {
        var folder = FileArgument.Create("DIR", "A folder of results of a finished sweep.");
        var command =
            new Command("regrade", "Grade and summarise again what a sweep drew, with this program's grader. Needs no model.") { folder };
        var flags = SettingFlags.OfStrategies(command, environment);
        command.SetAction(async arguments =>
        {
            if (flags.Load(arguments, terminal) is not { } settings || PluginStrategies.Load(settings, terminal) is not { } strategies)
            {
                return ExitCode.Usage;
            }

            var path = arguments.GetRequiredValue(folder);
            var sweep = SweepRecord.Read(path, strategies);
            using var results = ResultsFolder.Open(path, sweep.SpecHash); // Locked, so that no run writes to it meanwhile.
            var summary = Regrading.Run(results, sweep, ProgramVersion.Text);
            await ResultsPrinter.PrintTableAsync(terminal, results.Path, summary);
            return ExitCode.Success;
        });
        return command;
    }
}
