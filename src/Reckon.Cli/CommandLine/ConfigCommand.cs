using System.CommandLine;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon config [--json]</c></summary>
internal static class ConfigCommand
{
    public static Command Create(ProcessEnvironment environment, Terminal terminal)
    {
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        const string description = "Show every setting, its value, and what set it. The options are those of 'reckon run'.";
        var command = new Command("config", description) { json };
        var flags = SettingFlags.All(command, environment);
        command.SetAction(arguments =>
        {
            if (flags.Load(arguments, terminal) is not { } settings)
            {
                return ExitCode.Usage;
            }

            terminal.Output.Write(arguments.GetValue(json) ? SettingsTable.Json(settings) : SettingsTable.Plain(settings));
            return ExitCode.Success;
        });
        return command;
    }
}
