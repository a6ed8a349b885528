using Reckon.Search.Strategies;
using Reckon.Cli.Configuration;

namespace Reckon.Cli.Running;

/// <summary>One sweep to run.</summary>
/// <param name="File">What to run.</param>
/// <param name="OutFolder">Where the results go; it may not exist yet.</param>
/// <param name="Settings">How the machine is used.</param>
/// <param name="Strategies">The strategies that there are.</param>
internal sealed record RunRequest(SweepFile File, string OutFolder, EffectiveSettings Settings, StrategyRegistry Strategies);
