using Reckon.Contracts.Terms;
using Reckon.Search;

namespace Reckon.Contracts.Problems;

/// <summary>What a problem grain needs to know to run its trials.</summary>
/// <param name="SweepId">The sweep, whose coordinator gets the reports.</param>
/// <param name="Problem">The problem.</param>
/// <param name="Terms">What is the same for all problems of the sweep.</param>
[GenerateSerializer, Immutable, Alias("reckon.problem-assignment")]
public sealed record ProblemAssignment(
    [property: Id(0)] string SweepId, [property: Id(1)] Problem Problem, [property: Id(2)] SweepTerms Terms)
{
    /// <summary>Raised when the store was emptied: what a problem has finished of an earlier one may be lost, and it looks again.</summary>
    [Id(3)]
    public int Epoch { get; init; }

    /// <summary>How urgent the sweep is beside others, 0 or more: with p it gets 1 + p shares of the workers.</summary>
    [Id(4)]
    public int Priority { get; init; }

    /// <summary>The span of the sweep, as W3C's trace context writes it; null while nobody listens.</summary>
    [Id(5)]
    public string? Span { get; init; }
}
