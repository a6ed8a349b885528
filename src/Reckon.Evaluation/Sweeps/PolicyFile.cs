using System.Collections.Immutable;
using Reckon.Search.Strategies;

namespace Reckon.Evaluation.Sweeps;

/// <summary>A policy file, as <c>reckon report</c> writes it, read: what a search needs of it. What it was worth is for people.</summary>
/// <param name="Name">Its name in results: the file's <c>name</c>, and the beginning of the hash of its bytes.</param>
/// <param name="Answers">Answers from which a search tells its bin.</param>
/// <param name="Measure">What is measured of them.</param>
/// <param name="Cuts">In descending order, one less than there are bins.</param>
/// <param name="Budgets">For each n the method of each bin, the easiest first.</param>
public sealed record PolicyFile(
    string Name, int Answers, PolicyMeasure Measure, ImmutableArray<double> Cuts,
    ImmutableSortedDictionary<int, ImmutableArray<PolicyMethod>> Budgets)
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MaxBytes = 1 << 20;

    /// <summary>The policy at <paramref name="n"/>; null where the file has no such budget.</summary>
    public BinPolicy? At(int n) => Budgets.TryGetValue(n, out var bins) ? new BinPolicy(Name, Answers, Measure, Cuts, bins) : null;
}
