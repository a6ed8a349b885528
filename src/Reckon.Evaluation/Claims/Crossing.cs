namespace Reckon.Evaluation.Claims;

/// <summary>Where a curve of accuracy over cost first reaches a level.</summary>
public static class Crossing
{
    /// <summary>
    /// The cost, between two points by the logarithm of cost; null where no point reaches the level. At the first point it is that point's
    /// cost.
    /// </summary>
    /// <param name="curve">Cost, above 0, and accuracy of each point, by ascending cost.</param>
    /// <param name="level">The accuracy to reach.</param>
    public static double? Of(IReadOnlyList<(double Cost, double Accuracy)> curve, double level)
    {
        for (var point = 0; point < curve.Count; point++)
        {
            if (curve[point].Accuracy >= level)
            {
                return point == 0 ? curve[0].Cost : Between(curve[point - 1], curve[point], level);
            }
        }

        return null;
    }

    private static double Between((double Cost, double Accuracy) below, (double Cost, double Accuracy) above, double level) =>
        below.Cost * Math.Pow(above.Cost / below.Cost, (level - below.Accuracy) / (above.Accuracy - below.Accuracy));
}
