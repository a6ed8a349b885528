using System.Collections.Immutable;
using Reckon.Contracts.Terms;
using Reckon.Evaluation.Reports;
using Reckon.Search;

namespace Reckon.Api.Sweeps;

/// <summary>A sweep that can run.</summary>
/// <param name="Name">What its author calls it.</param>
/// <param name="Terms">What is the same for all of its trials.</param>
/// <param name="Problems">Its problems, in order.</param>
/// <param name="Trials">How many trials it has.</param>
/// <param name="Notes">What a person should know of it.</param>
public sealed record PreparedSweep(
    string Name, SweepTerms Terms, ImmutableArray<Problem> Problems, long Trials, ImmutableArray<string> Notes)
{
    /// <summary>What a folder of its results says besides its numbers.</summary>
    public required SweepManifest Manifest { get; init; }
}
