using System.Collections.Immutable;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Evaluation.Datasets.Checking;

/// <summary>What a look into a dataset found.</summary>
/// <param name="Name">The dataset's name.</param>
/// <param name="Faults">Why a sweep would refuse it, by line; empty for one that a sweep takes.</param>
/// <param name="Warnings">What a sweep takes, and a person may not want: a problem that stands twice, or in another file as well; a flood is cut.</param>
/// <param name="Notes">What was assumed where its descriptor says nothing.</param>
/// <param name="Problems">Problems that it holds.</param>
/// <param name="Repeated">Problems that stand in an earlier line already.</param>
/// <param name="Shared">Problems that stand in the other dataset as well; null when there is no other.</param>
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
