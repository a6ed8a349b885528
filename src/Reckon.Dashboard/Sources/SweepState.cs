using System.Collections.Immutable;
using Reckon.Api.Sweeps;
using Reckon.Contracts.Sweeps;
using Reckon.Evaluation.Sweeps;

namespace Reckon.Dashboard.Sources;

/// <summary>How far a sweep is.</summary>
/// <param name="Id">Its id in this source.</param>
/// <param name="Name">What its author calls it.</param>
/// <param name="Phase">Where it is in its life.</param>
public sealed record SweepState(string Id, string Name, SweepPhase Phase)
{
    /// <summary>When it was submitted; null where that is not known.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>Trials that it has; 0 where that is not known.</summary>
    public long Trials { get; init; }

    /// <summary>Trials with an outcome.</summary>
    public long Done { get; init; }

    /// <summary>Trials that ended without one.</summary>
    public long Failed { get; init; }

    /// <summary>The first few of them, with the reason.</summary>
    public ImmutableArray<FailureView> Failures { get; init; } = [];

    /// <summary>Problems admitted and not finished.</summary>
    public int ProblemsRunning { get; init; }

    /// <summary>Problems that may run at once now; 0 where that is not known.</summary>
    public int Window { get; init; }

    /// <summary>Problems that the sweep's own budget leaves out.</summary>
    public int ProblemsNotRun { get; init; }

    /// <summary>Tokens that the finished trials were charged.</summary>
    public long Tokens { get; init; }

    /// <summary>Tokens that are drawn a second; null where that is not known.</summary>
    public double? TokensPerSecond { get; init; }

    /// <summary>How long it still takes; null where that is not known.</summary>
    public TimeSpan? TimeLeft { get; init; }

    /// <summary>What <see cref="TimeLeft"/> was computed from.</summary>
    public string TimeLeftBasis { get; init; } = "";

    /// <summary>Seconds for which devices ran models; null where that is not known.</summary>
    public double? DeviceSeconds { get; init; }

    /// <summary>From start to end; null where that is not known.</summary>
    public double? WallSeconds { get; init; }

    /// <summary>The most that all of its trials may spend together; null for no limit, and where that is not known.</summary>
    public SweepBudget? Budget { get; init; }

    /// <summary>Its shares of the workers beside other sweeps are this and 1.</summary>
    public int Priority { get; init; }

    /// <summary>Why nothing of it runs although it is to: a line for each reason.</summary>
    public ImmutableArray<string> Waits { get; init; } = [];

    /// <summary>What is best so far; null where nothing is known of results.</summary>
    public BestRun? Best { get; init; }

    /// <summary>The share of its trials that are over, in [0, 1].</summary>
    public double Share => Trials == 0 ? 0 : (double)(Done + Failed) / Trials;

    /// <summary>Whether nothing will change any more by itself.</summary>
    public bool IsOver => Phase is SweepPhase.Finished or SweepPhase.Cancelled;
}
