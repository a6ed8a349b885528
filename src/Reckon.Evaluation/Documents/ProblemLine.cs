using System.Collections.Immutable;
using Reckon.Grading;
using Reckon.Search;

namespace Reckon.Evaluation.Documents;

/// <summary>The line that begins a problem's trees.</summary>
/// <param name="Problem">The problem, its reference included.</param>
/// <param name="GradingVersion">The version of grading.</param>
/// <param name="Rules">Names of extraction rules, which candidates refer to.</param>
internal sealed record ProblemLine(Problem Problem, int GradingVersion, ImmutableArray<string> Rules);
