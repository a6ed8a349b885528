using System.Collections.Immutable;

namespace Reckon.Evaluation.Studies;

/// <summary>From numbers of trials to numbers of problems.</summary>
public static class PerProblem
{
    /// <summary>For each problem the mean over its seeds.</summary>
    /// <param name="trials">A number for each trial, problem by problem.</param>
    /// <param name="seeds">Trials of each problem, at least 1.</param>
    public static ImmutableArray<double> Means(ImmutableArray<double> trials, int seeds)
    {
        var means = ImmutableArray.CreateBuilder<double>(trials.Length / seeds);
        for (var first = 0; first < trials.Length; first += seeds)
        {
            var sum = 0.0;
            for (var seed = 0; seed < seeds; seed++)
            {
                sum += trials[first + seed];
            }

            means.Add(sum / seeds);
        }

        return means.MoveToImmutable();
    }

    /// <summary>For each problem what it has on the left more than on the right.</summary>
    public static ImmutableArray<double> Differences(ImmutableArray<double> left, ImmutableArray<double> right) =>
        [.. left.Zip(right, (one, other) => one - other)];
}
