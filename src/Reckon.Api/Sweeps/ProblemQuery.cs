using Reckon.Contracts.Sweeps;

namespace Reckon.Api.Sweeps;

/// <summary>Which problems of a sweep are wanted: those that meet all that is said. Pure.</summary>
/// <param name="Text">A part of the id, in any case; null for any.</param>
/// <param name="Level">The level; null for any.</param>
/// <param name="Subject">The subject; null for any.</param>
/// <param name="Phase">Where the problem is; null for anywhere.</param>
/// <param name="Result">How it was answered; null for anyhow.</param>
public sealed record ProblemQuery(string? Text, int? Level, string? Subject, ProblemPhase? Phase, ProblemResult? Result)
{
    /// <summary>Whether anything is left out.</summary>
    public bool IsAll => this == new ProblemQuery(null, null, null, null, null);

    /// <summary>Whether <paramref name="problem"/> is wanted.</summary>
    public bool Matches(ProblemView problem) =>
        (Text is null || problem.Id.Contains(Text, StringComparison.OrdinalIgnoreCase))
        && (Level is null || problem.Level == Level)
        && (Subject is null || problem.Subject == Subject)
        && (Phase is null || problem.Phase == Phase)
        && (Result is null || IsResult(problem));

    private bool IsResult(ProblemView problem) => Result switch
    {
        ProblemResult.Failed => problem.Failed > 0,
        ProblemResult.Right => problem.Done > 0 && problem.Correct.All(right => right == problem.Done),
        ProblemResult.Wrong => problem.Done > 0 && problem.Correct.All(right => right == 0),
        _ => problem.Correct.Any(right => right > 0) && problem.Correct.Any(right => right < problem.Done),
    };
}
