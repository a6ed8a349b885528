using System.Collections.Immutable;

namespace Reckon.Evaluation.Sweeps;

/// <summary>A family of methods as a file names it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Methods">Names of methods, such as <c>beam width=4 weighted</c>; the first is the baseline.</param>
public sealed record FamilySpec(string Name, ImmutableArray<string> Methods);
