namespace Reckon.Search.Strategies;

/// <summary>Divides whole things by weight: Hamilton's method of largest remainders.</summary>
internal static class LargestRemainder
{
    /// <summary>
    /// Whole numbers that sum to <paramref name="total"/> exactly: each weight's share of it, rounded down, and one more for those that
    /// lost most by that. Of equal losses the earlier comes first.
    /// </summary>
    /// <param name="total">What is divided; at least 0.</param>
    /// <param name="weights">At least 0 each, and 1 together; not empty.</param>
    public static int[] Share(int total, double[] weights)
    {
        int[] shares = [.. weights.Select(weight => (int)(total * weight))];
        var losers = Enumerable.Range(0, weights.Length)
            .OrderByDescending(i => (total * weights[i]) - shares[i]) // Stable.
            .Take(total - shares.Sum());
        foreach (var i in losers)
        {
            shares[i]++;
        }

        return shares;
    }
}
