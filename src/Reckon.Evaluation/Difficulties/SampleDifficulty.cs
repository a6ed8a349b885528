using System.Collections.Immutable;
using Reckon.Evaluation.Trees;

namespace Reckon.Evaluation.Difficulties;

/// <summary>What the whole answers that one trial drew say of how hard its problem is. Higher is easier in each number.</summary>
/// <param name="Samples">How many answers were looked at.</param>
/// <param name="PassAt1">The share that is right.</param>
/// <param name="MeanScore">The verifier's mean score of the finished ones, in [0, 1]; 0 where none is finished.</param>
/// <param name="Agreement">The share that gives the most frequent answer.</param>
/// <param name="LogProbability">Mean log-probability of a token, at most 0.</param>
public sealed record SampleDifficulty(int Samples, double PassAt1, double MeanScore, double Agreement, double LogProbability)
{
    /// <summary>Of the first <paramref name="count"/> answers of <paramref name="trial"/>, whose nodes are whole answers.</summary>
    public static SampleDifficulty Of(ProblemTrees trees, TrialTree trial, int count) => Of(trees, trial, 0, count);

    /// <summary>Of <paramref name="count"/> answers from the one at <paramref name="first"/> on.</summary>
    public static SampleDifficulty Of(ProblemTrees trees, TrialTree trial, int first, int count)
    {
        int[] nodes = [.. Enumerable.Range(first, Math.Max(0, Math.Min(count, trial.Nodes.Length - first)))];
        var candidates = trial.Candidates.Where(candidate => candidate.Node >= first && candidate.Node < first + count).ToImmutableArray();
        if (nodes.Length == 0)
        {
            return new SampleDifficulty(0, 0, 0, 0, 0);
        }

        var steps = nodes.SelectMany(node => trees.AnswerTo(trial.Nodes[node].Step)).Select(step => trees.Steps[step]).ToImmutableArray();
        return new SampleDifficulty(
            nodes.Length,
            candidates.Count(candidate => candidate.Answer >= 0 && trees.Answers[candidate.Answer].IsCorrect) / (double)nodes.Length,
            candidates.IsEmpty ? 0 : candidates.Average(candidate => candidate.Score),
            MostFrequent(candidates) / (double)nodes.Length,
            steps.Sum(step => step.LogProbability) / Math.Max(1, steps.Sum(step => step.Tokens)));
    }

    /// <summary>The number that <paramref name="kind"/> asks for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Samples do not say it.</exception>
    public double By(DifficultyKind kind) => kind switch
    {
        DifficultyKind.Oracle => PassAt1,
        DifficultyKind.MeanScore => MeanScore,
        DifficultyKind.Agreement => Agreement,
        DifficultyKind.LogProbability => LogProbability,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Samples do not say it."),
    };

    /// <summary>The mean of several of the same problem, each with its samples' weight.</summary>
    public static SampleDifficulty Mean(IReadOnlyCollection<SampleDifficulty> parts)
    {
        var samples = parts.Sum(part => part.Samples);
        return new SampleDifficulty(
            samples, Weighted(part => part.PassAt1), Weighted(part => part.MeanScore), Weighted(part => part.Agreement),
            Weighted(part => part.LogProbability));

        double Weighted(Func<SampleDifficulty, double> of) => parts.Sum(part => of(part) * part.Samples) / Math.Max(1, samples);
    }

    private static int MostFrequent(ImmutableArray<TreeCandidate> candidates) => candidates
        .Where(candidate => candidate.Group >= 0)
        .GroupBy(candidate => candidate.Group)
        .Select(group => group.Count())
        .DefaultIfEmpty()
        .Max();
}
