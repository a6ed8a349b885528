using System.Collections.Immutable;
using MathNet.Numerics.Distributions;
using Reckon.Evaluation.Statistics;

namespace Reckon.Evaluation.Tests.Statistics;

/// <summary>
/// Problems whose chances of being solved are drawn from a beta distribution: <paramref name="Alike"/> is the correlation of two trials of one problem.
/// </summary>
internal sealed record CoverageWorld(int Seeds, double Alike)
{
    public static ImmutableArray<CoverageWorld> All { get; } =
        [new(1, 0), new(3, 0), new(3, 0.3), new(3, 0.7), new(5, 0.1), new(5, 0.5), new(5, 1), new(16, 0.3), new(16, 0.8)];

    /// <summary>How often, of <paramref name="times"/>, the interval holds the true accuracy.</summary>
    public double Coverage(int problems, double accuracy, int times, Func<ImmutableArray<ProblemTrials>, ConfidenceInterval> interval)
    {
        var random = new Random(HashCode(problems, accuracy));
        var covered = Enumerable.Range(0, times).Count(_ =>
        {
            var (low, high) = interval([.. Enumerable.Range(0, problems).Select(_ => new ProblemTrials(Right(random, accuracy), Seeds))]);
            return low <= accuracy && accuracy <= high;
        });
        return (double)covered / times;
    }

    public override string ToString() => Seeds == 1 ? "1 seed" : FormattableString.Invariant($"{Seeds} seeds, correlation {Alike}");

    private int HashCode(int problems, double accuracy) => (problems * 1_000) + (int)(accuracy * 100) + (Seeds * 7) + (int)(Alike * 10);

    private int Right(Random random, double accuracy) => (Seeds, Alike) switch
    {
        (1, _) => random.NextDouble() < accuracy ? 1 : 0,
        (_, 1) => random.NextDouble() < accuracy ? Seeds : 0,
        (_, 0) => Binomial.Sample(random, accuracy, Seeds),
        _ => Binomial.Sample(random, Chance(random, accuracy, (1 / Alike) - 1), Seeds),
    };

    // Both shapes may be far below 1; then both gamma draws may be 0.
    private static double Chance(Random random, double accuracy, double concentration)
    {
        var (right, wrong) = (Gamma.Sample(random, accuracy * concentration, 1), Gamma.Sample(random, (1 - accuracy) * concentration, 1));
        return right + wrong > 0 ? right / (right + wrong) : random.NextDouble() < accuracy ? 1 : 0;
    }
}
