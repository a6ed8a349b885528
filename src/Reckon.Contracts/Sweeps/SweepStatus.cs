using System.Collections.Immutable;
using Reckon.Contracts.Problems;
using Reckon.Search.Running;

namespace Reckon.Contracts.Sweeps;

/// <summary>How far a sweep is.</summary>
/// <param name="Phase">Where it is in its life.</param>
/// <param name="TrialsTotal">Trials that it has.</param>
/// <param name="TrialsDone">Trials with an outcome.</param>
/// <param name="TrialsFailed">Trials that ended without an outcome.</param>
/// <param name="Failures">The first few of them, with the reason.</param>
/// <param name="Correct">Correct answers so far for each way of choosing, in the spec's order.</param>
/// <param name="Tokens">Tokens, of proposer and verifier, that the finished trials were charged.</param>
/// <param name="ProblemsRunning">Problems admitted and not finished.</param>
/// <param name="Work">Work of the trials with an outcome, in generations: a trial counts as much as its N.</param>
/// <param name="RestoredWork">The part of it that was finished before the coordinator took the sweep up.</param>
/// <param name="ProblemsNotRun">Problems, the last ones of the dataset, that the sweep's own budget leaves out.</param>
[GenerateSerializer, Immutable, Alias("reckon.sweep-status")]
public sealed record SweepStatus(
    [property: Id(0)] SweepPhase Phase,
    [property: Id(1)] int TrialsTotal,
    [property: Id(2)] int TrialsDone,
    [property: Id(3)] int TrialsFailed,
    [property: Id(4)] ImmutableArray<TrialFailure> Failures,
    [property: Id(5)] ImmutableArray<int> Correct,
    [property: Id(6)] long Tokens,
    [property: Id(7)] int ProblemsRunning,
    [property: Id(8)] long Work,
    [property: Id(9)] long RestoredWork,
    [property: Id(10)] int ProblemsNotRun = 0)
{
    /// <summary>The hash of the sweep's spec, dataset and models; empty where nothing has been submitted.</summary>
    [Id(11)]
    public string SpecHash { get; init; } = "";

    /// <summary>Problems that may run at once now, as the workers have room; 0 where the sweep does not run.</summary>
    [Id(13)]
    public int Window { get; init; }

    /// <summary>How urgent it is beside other sweeps.</summary>
    [Id(14)]
    public int Priority { get; init; }

    /// <summary>Why the store takes nothing, with what is to be done, while the sweep waits for it; null where it does not.</summary>
    [Id(12)]
    public string? StoreFault { get; init; }

    /// <summary>Seconds for which devices ran models for it, in all: what was drawn again after a fault counts again.</summary>
    [Id(15)]
    public double DeviceSeconds { get; init; }

    /// <summary>What servers did for it by their own count, in all: what was asked again after a fault counts again.</summary>
    [Id(16)]
    public ServerUsage ServerUsage { get; init; }
}
