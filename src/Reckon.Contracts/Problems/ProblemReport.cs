using System.Collections.Immutable;
using Reckon.Search.Running;

namespace Reckon.Contracts.Problems;

/// <summary>What a problem has finished so far.</summary>
/// <param name="ProblemId">The problem.</param>
/// <param name="Finished">Trials that have an outcome in the store.</param>
/// <param name="Failures">Trials that ended without an outcome.</param>
/// <param name="IsComplete">Whether no trial is left to run.</param>
[GenerateSerializer, Immutable, Alias("reckon.problem-report")]
public sealed record ProblemReport(
    [property: Id(0)] string ProblemId,
    [property: Id(1)] ImmutableArray<FinishedTrial> Finished,
    [property: Id(2)] ImmutableArray<TrialFailure> Failures,
    [property: Id(3)] bool IsComplete)
{
    /// <summary>Whether the outcomes were saved before the problem was started this time.</summary>
    [Id(4)]
    public bool IsRestored { get; init; }

    /// <summary>
    /// The sweep's hash: the places of trials are those of this sweep, and of no other that the coordinator may have by now.
    /// </summary>
    [Id(5)]
    public string SpecHash { get; init; } = "";

    /// <summary>The <see cref="ProblemAssignment.Epoch"/> in which the problem looked into the store.</summary>
    [Id(6)]
    public int Epoch { get; init; }

    /// <summary>
    /// Seconds of devices that the sweep used on the problem's silo, by whatever of its problems, and that no report before said.
    /// </summary>
    [Id(7)]
    public double DeviceSeconds { get; init; }

    /// <summary>What servers did for the sweep, likewise.</summary>
    [Id(8)]
    public ServerUsage ServerUsage { get; init; }

    /// <summary>Whether it says nothing of the problem.</summary>
    public bool IsOfUseAlone => Finished.IsEmpty && Failures.IsEmpty && !IsComplete;
}
