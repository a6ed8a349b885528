using System.Collections.Immutable;

namespace Reckon.Evaluation.Estimates;

/// <summary>Sums up the lengths of a sweep's texts.</summary>
public static class WorkloadBuilder
{
    /// <summary>The workload of <paramref name="problems"/>.</summary>
    /// <param name="problems">The lengths of each; not empty.</param>
    /// <param name="isJudged">Whether there is a verifier.</param>
    /// <param name="maxStepTokens">The longest step.</param>
    /// <remarks>
    /// Where a problem has no solution, its answer is taken to be half as long as it may be, the same for both models, and its steps half
    /// as long as they may be.
    /// </remarks>
    public static Workload Build(ImmutableArray<ProblemLengths> problems, bool isJudged, int maxStepTokens)
    {
        var solved = problems.Count(problem => problem.Solution is not null);
        return new Workload(
            problems.Length,
            new ModelLengths(
                problems.Average(problem => problem.Prompt), problems.Average(Answer), problems.Average(problem => problem.Room)),
            isJudged
                ? new ModelLengths(
                    problems.Average(problem => problem.VerifierPrompt ?? 0), problems.Average(Judged), problems.Average(problem => problem.Room))
                : null,
            problems.Average(problem => problem.Steps ?? Math.Max(1, Answer(problem) / Math.Max(1, maxStepTokens / 2.0))),
            solved == problems.Length ? AnswerBasis.Solutions : solved == 0 ? AnswerBasis.HalfOfLimit : AnswerBasis.Mixed);
    }

    private static double Answer(ProblemLengths problem) =>
        problem.Solution is { } solution ? Math.Min(solution, problem.Room) : Half(problem);

    private static double Judged(ProblemLengths problem) => problem.VerifierSolution ?? Half(problem);

    private static double Half(ProblemLengths problem) => problem.Room / 2.0;
}
