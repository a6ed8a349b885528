using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Reckon.Cli.Output;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Strategies;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon strategies [--plugin FILE.dll]</c></summary>
internal static class StrategiesCommand
{
    public static Command Create(IConfiguration configuration, Terminal terminal)
    {
        var plugins = PluginOption.Create();
        var command = new Command("strategies", "List the strategies that a sweep may name, and what they take.") { plugins };
        command.SetAction(arguments =>
        {
            if (PluginOption.Load(arguments.GetRequiredValue(plugins), configuration, terminal) is not { } strategies)
            {
                return ExitCode.Usage;
            }

            foreach (var line in StrategyListing.Text(strategies).TrimEnd('\n').Split('\n'))
            {
                terminal.Output.WriteLine(SafeText.Terminal(line));
            }

            return ExitCode.Success;
        });
        return command;
    }
}
