using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Cli.Plugins;
using Reckon.Evaluation.Diagnostics;
using Reckon.Search.Strategies;

namespace Reckon.Cli.CommandLine;

/// <summary>Loads the plugins that a configuration names, and writes to the terminal what is wrong with them.</summary>
internal static class PluginStrategies
{
    /// <summary>
    /// The program's strategies and those of the plugins; null when a plugin is wrong: the faults have then been written, one per
    /// line. Without
    /// a configuration, the program's own.
    /// </summary>
    public static StrategyRegistry? Load(EffectiveSettings? settings, Terminal terminal)
    {
        switch (PluginLoader.Load(settings?.Options.Strategies.PluginPaths ?? []))
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
