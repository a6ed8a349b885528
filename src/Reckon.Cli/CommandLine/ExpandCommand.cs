using System.CommandLine;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Reports;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon expand SWEEP.yaml [--json]</c></summary>
internal static class ExpandCommand
{
    public static Command Create(ProcessEnvironment environment, Terminal terminal)
    {
        var sweep = FileArgument.Create("SWEEP.yaml", "The sweep file.");
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("expand", "List every run of a sweep with its trials and its expected cost, and start nothing.") { sweep, json };
        var flags = SettingFlags.OfStrategies(command, environment);
        command.SetAction(arguments =>
        {
            if (flags.Load(arguments, terminal) is not { } settings
                || PluginStrategies.Load(settings, terminal) is not { } strategies
                || SweepFileReport.Load(arguments.GetRequiredValue(sweep), strategies, terminal) is not { } inputs)
            {
                return ExitCode.Usage;
            }

            terminal.Output.Write(arguments.GetValue(json) ? EstimateJson.WriteRuns(inputs.Estimate) : EstimateText.Runs(inputs.Estimate));
            return ExitCode.Success;
        });
        return command;
    }
}
