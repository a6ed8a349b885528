using System.Collections.Immutable;

namespace Reckon.Evaluation.Tests.Conformance;

/// <summary>A completion that another program recorded.</summary>
/// <param name="Solution">Its text, or a box around the answer where that is all that was kept; null where neither was.</param>
/// <param name="Scores">The verifier's score of each step.</param>
internal sealed record RecordedSample(string? Solution, ImmutableArray<double> Scores);
