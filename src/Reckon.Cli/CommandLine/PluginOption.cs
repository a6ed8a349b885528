using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Reckon.Cli.Output;
using Reckon.Cli.Plugins;
using Reckon.Evaluation.Diagnostics;
using Reckon.Search.Strategies;

namespace Reckon.Cli.CommandLine;

/// <summary><c>--plugin FILE.dll</c>: an assembly with strategies of its own.</summary>
internal static class PluginOption
{
    private const string Name = "--plugin";

    public static Option<string[]> Create()
    {
        var option = new Option<string[]>(Name)
        {
            Description = $"An assembly whose strategies the sweep may name; may be given more than once. Its code is run. "
                + $"The configuration's {PluginSettings.Key} name more.",
            HelpName = "FILE.dll",
            DefaultValueFactory = _ => [],
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
            {
                result.AddError($"{Name} takes the path of a file.");
            }
        });
        return option;
    }

    /// <summary>
    /// The program's strategies and those of the plugins that command line and configuration name; null when one is wrong, which
    /// has then been written, a line each.
    /// </summary>
    public static StrategyRegistry? Load(IEnumerable<string> named, IConfiguration configuration, Terminal terminal)
    {
        switch (PluginLoader.Load([.. PluginSettings.Paths(configuration), .. named]))
        {
            case Validated<StrategyRegistry>.Valid(var strategies):
                return strategies;
            case Validated<StrategyRegistry>.Invalid(var faults):
                FaultLines.Write(terminal, faults);
                return null;
            default:
                throw new InvalidOperationException("A result is valid or invalid.");
        }
    }
}
