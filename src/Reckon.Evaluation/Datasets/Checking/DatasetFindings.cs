using System.Collections.Immutable;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Evaluation.Datasets.Checking;

/// <summary>What the check of a dataset found.</summary>
/// <param name="Name">The dataset's name.</param>
/// <param name="Faults">Why a sweep would refuse it, by line; empty for one that a sweep accepts.</param>
/// <param name="Warnings">
/// What a sweep accepts but a person may not want: a duplicate problem, or one that is also in another file; cut where there are
/// too many.
/// </param>
/// <param name="Notes">What was assumed where its descriptor says nothing.</param>
/// <param name="Problems">Problems that it holds.</param>
/// <param name="Repeated">Problems that an earlier line has already.</param>
/// <param name="Shared">Problems that are also in the other dataset; null when there is no other.</param>
/// <param name="Subjects">Problems of each subject, by name; a problem without one counts under the empty name.</param>
/// <param name="Levels">Problems of each level, upwards; a problem without one counts under 0.</param>
public sealed record DatasetFindings(
    string Name,
    ImmutableArray<Diagnostic> Faults,
    ImmutableArray<Diagnostic> Warnings,
    ImmutableArray<string> Notes,
    int Problems,
    int Repeated,
    int? Shared,
    ImmutableArray<(string Subject, int Problems)> Subjects,
    ImmutableArray<(int Level, int Problems)> Levels);
