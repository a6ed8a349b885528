using Reckon.Search.Strategies.Parameters;
using Reckon.Search.Trees;

namespace Reckon.Search.Strategies;

/// <summary>
/// Particle filtering (Puri et al. 2025, arXiv 2502.01618): n particles take a step each, then those that are open are drawn anew, with
/// replacement, by the softmax of the log-odds of their scores. A particle that has finished keeps its place for good and takes no part in
/// that; the place of one that was truncated goes to an open one. So at most n answers are found.
/// </summary>
public sealed class ParticleFiltering : WidthSharing, IDefinedStrategy
{
    // Scores are kept that far from 0 and 1, whose log-odds are infinite.
    private const double LeastScore = 1e-7;

    private static readonly NumberParameter _temperature = new(
        "temperature", "divides the log-odds of scores before the softmax; the lower, the more often the best prefix is drawn",
        0.001, 100, 1);

    private ParticleFiltering(StrategyContext context)
        : base(context)
    {
    }

    /// <inheritdoc/>
    public static StrategyDefinition Definition { get; } = new()
    {
        Key = "particles",
        Name = "particles",
        Description = "Moves n particles step by step and after each step draws anew which prefixes they continue, by score",
        Parameters = [_temperature, RoundLimit.Parameter],
        NeedsScores = true,
        Work = (values, steps) => ExpectedWork.OfSteps(values.N, steps),
        Create = context => new ParticleFiltering(context),
    };

    private protected override IReadOnlyList<int> Share(SearchTree tree, IReadOnlyList<Node> open, int width, int round)
    {
        var weights = Softmax.Of(open.Select(node => LogOdds(Context.Ranking.ScoreOf(tree, node))), Context.Values.Of(_temperature));
        var particles = new int[open.Count];
        var chance = Context.Chance.Child(round);
        var sums = CumulativeSums(weights);
        for (var particle = 0; particle < width; particle++)
        {
            particles[FirstAbove(sums, chance.Uniform(particle) * sums[^1])]++;
        }

        return particles;
    }

    private static double LogOdds(double score)
    {
        var inside = Math.Clamp(score, LeastScore, 1 - LeastScore);
        return Math.Log(inside / (1 - inside));
    }

    private static double[] CumulativeSums(double[] weights)
    {
        var sum = 0.0;
        return [.. weights.Select(weight => sum += weight)];
    }

    private static int FirstAbove(double[] sums, double value)
    {
        var (low, high) = (0, sums.Length - 1); // The last one where rounding leaves none above.
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sums[middle] > value ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
