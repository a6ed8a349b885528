using System.Collections.Immutable;
using Reckon.Evaluation.Statistics;
using Reckon.Evaluation.Sweeps;

namespace Reckon.Evaluation.Claims;

/// <summary>What came of a claim.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Holds">Whether the lower end of the interval is at least what is claimed.</param>
/// <param name="Savings">For each unit what is saved; empty for a claim of being ahead.</param>
/// <param name="Difference">How far the one is ahead; null for a claim of a saving.</param>
public sealed record ClaimResult(Claim Claim, bool Holds, ImmutableArray<Saving> Savings, PairedDifference? Difference);
