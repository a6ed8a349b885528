using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Sweeps;
using Reckon.Grading.Formats;

namespace Reckon.Dashboard.Sources;

/// <summary>A sweep: how far it is, what it is, and its numbers.</summary>
/// <param name="State">How far it is.</param>
/// <param name="Spec">What is run; null where the source does not tell.</param>
/// <param name="Answers">How answers are found and compared; null likewise.</param>
/// <param name="Summary">Its numbers so far; null where there are none yet.</param>
public sealed record SweepPicture(SweepState State, SweepSpec? Spec, AnswerFormat? Answers, SweepSummary? Summary);
