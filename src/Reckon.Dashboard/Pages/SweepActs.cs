using System.Collections.Immutable;
using Reckon.Contracts.Sweeps;
using Reckon.Dashboard.Sources;

namespace Reckon.Dashboard.Pages;

/// <summary>Orders as pages offer them. Pure.</summary>
public static class SweepActs
{
    /// <summary>The orders that make sense for a sweep.</summary>
    public static ImmutableArray<SweepAct> Possible(SweepState sweep) => sweep switch
    {
        { Phase: SweepPhase.Running, Failed: > 0 } => [SweepAct.Pause, SweepAct.Retune, SweepAct.Requeue, SweepAct.Cancel],
        { Phase: SweepPhase.Running } => [SweepAct.Pause, SweepAct.Retune, SweepAct.Cancel],
        { Phase: SweepPhase.Stopped } => [SweepAct.Resume, SweepAct.Retune, SweepAct.Cancel],
        { Phase: SweepPhase.Finished, Failed: > 0 } => [SweepAct.Requeue],
        _ => [],
    };

    /// <summary>What an order is called.</summary>
    public static string NameOf(SweepAct act) => act switch
    {
        SweepAct.Requeue => "Requeue failed",
        _ => act.ToString(),
    };

    /// <summary>What an order does.</summary>
    public static string EffectOf(SweepAct act) => act switch
    {
        SweepAct.Pause => "No further problems are admitted. What runs is finished, and what is finished stays. Resume goes on.",
        SweepAct.Resume => "Problems are admitted again, where the sweep was paused.",
        SweepAct.Cancel => "The sweep ends for good. What it has finished can still be read.",
        SweepAct.Retune => "It shares the workers with other sweeps in another way from now on. No result changes. What is left empty stays as it is.",
        SweepAct.Requeue => "The trials that failed are tried again; all others stay as they are.",
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, "Unknown order."),
    };
}
