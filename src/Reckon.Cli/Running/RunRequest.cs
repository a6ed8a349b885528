using Reckon.Cli.Configuration;
using Reckon.Search.Strategies;

namespace Reckon.Cli.Running;

/// <summary>One sweep to run.</summary>
/// <param name="Inputs">What to run.</param>
/// <param name="OutFolder">Where the results go; it may not exist yet.</param>
/// <param name="Settings">How the machine is used.</param>
/// <param name="Strategies">The known strategies.</param>
/// <param name="IsAmending">Whether it may add to the sweep whose results the folder holds.</param>
/// <param name="Dashboard">Whether its dashboard is served meanwhile, and afterwards.</param>
internal sealed record RunRequest(
    SweepInputs Inputs, string OutFolder, EffectiveSettings Settings, StrategyRegistry Strategies, bool IsAmending = false,
    DashboardStay Dashboard = DashboardStay.None);
