namespace Reckon.Contracts.Sweeps;

/// <summary>A place among the outcomes of a sweep. It stays the same place while the sweep runs.</summary>
/// <param name="Problem">The problem's place in the dataset's order, from 0.</param>
/// <param name="Trial">The trial's place among those of the problem, from 0.</param>
[GenerateSerializer, Immutable, Alias("reckon.outcome-cursor")]
public readonly record struct OutcomeCursor([property: Id(0)] int Problem, [property: Id(1)] int Trial);
