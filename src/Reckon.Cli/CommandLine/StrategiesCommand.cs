using System.CommandLine;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Strategies;
using Reckon.Search.Strategies;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon strategies [--plugin FILE.dll]</c></summary>
internal static class StrategiesCommand
{
    public static Command Create(ProcessEnvironment environment, Terminal terminal)
    {
        var command = new Command("strategies", "List the strategies that a sweep may name, and their parameters.");
        var flags = SettingFlags.OfStrategies(command, environment);
        command.SetAction(arguments =>
            flags.Load(arguments, terminal) is { } settings && PluginStrategies.Load(settings, terminal) is { } strategies
                ? List(strategies, terminal)
                : ExitCode.Usage);
        return command;
    }

    private static int List(StrategyRegistry strategies, Terminal terminal)
    {
        foreach (var line in StrategyListing.Text(strategies).TrimEnd('\n').Split('\n'))
        {
            terminal.Output.WriteLine(SafeText.Terminal(line));
        }

        return ExitCode.Success;
    }
}
