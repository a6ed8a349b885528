using System.Collections.Immutable;

namespace Reckon.Evaluation.Imports;

/// <summary>A whole answer that another program drew.</summary>
/// <param name="Text">What was written.</param>
/// <param name="Scores">A score in [0, 1] for each step; none where it was not judged.</param>
/// <param name="Tokens">How many tokens it has; 0 where that was not recorded.</param>
public sealed record ImportedSample(string Text, ImmutableArray<double> Scores, int Tokens);
