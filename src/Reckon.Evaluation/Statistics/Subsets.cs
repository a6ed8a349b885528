namespace Reckon.Evaluation.Statistics;

/// <summary>The subsets of the numbers 0 … n − 1 that have k members.</summary>
internal static class Subsets
{
    /// <summary>How many there are, C(n, k), or a number above <paramref name="limit"/> where there are more than that.</summary>
    public static long CountUpTo(long limit, int n, int k)
    {
        var count = 1L;
        for (var i = 1; i <= Math.Min(k, n - k) && count <= limit; i++)
        {
            count = count * (n - i + 1) / i; // C(n, i): the division leaves nothing.
        }

        return count;
    }

    /// <summary>The first one in lexicographic order.</summary>
    public static int[] First(int k) => [.. Enumerable.Range(0, k)];

    /// <summary>Turns <paramref name="members"/>, in ascending order, into the next subset; false if it was the last.</summary>
    public static bool Next(int[] members, int n)
    {
        var place = members.Length - 1;
        while (place >= 0 && members[place] == n - members.Length + place)
        {
            place--;
        }

        if (place < 0)
        {
            return false;
        }

        for (var member = members[place] + 1; place < members.Length; place++, member++)
        {
            members[place] = member;
        }

        return true;
    }
}
