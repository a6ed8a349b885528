namespace Reckon.Evaluation.Reports;

/// <summary>What found and compared the answers.</summary>
/// <param name="Version">The version of grading: see <see cref="Grading.GradingVersion"/>.</param>
/// <param name="CodeVersion">The version of the program that graded.</param>
public sealed record GraderFacts(int Version, string CodeVersion);
