namespace Reckon.Testing;

/// <summary>The difference of two texts, line by line, over a longest common subsequence.</summary>
public static class LineDiff
{
    /// <summary>
    /// Every line of both texts, marked "-" (only in <paramref name="before"/>), "+" (only in <paramref name="after"/>) or " ";
    /// empty when they are equal.
    /// </summary>
    public static string Of(string before, string after)
    {
        var (left, right) = (Lines(before), Lines(after));
        return left.SequenceEqual(right) ? "" : string.Join('\n', Walk(left, right, CommonLengths(left, right)));
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    // Entry [i, j] is the length of the longest common subsequence of the lines from i and from j on.
    private static int[,] CommonLengths(string[] left, string[] right)
    {
        var common = new int[left.Length + 1, right.Length + 1];
        for (var i = left.Length - 1; i >= 0; i--)
        {
            for (var j = right.Length - 1; j >= 0; j--)
            {
                common[i, j] = left[i] == right[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }

    private static IEnumerable<string> Walk(string[] left, string[] right, int[,] common)
    {
        var (i, j) = (0, 0);
        while (i < left.Length || j < right.Length)
        {
            if (i < left.Length && j < right.Length && left[i] == right[j])
            {
                yield return $"  {left[i]}";
                (i, j) = (i + 1, j + 1);
            }
            else if (j == right.Length || (i < left.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                yield return $"- {left[i++]}";
            }
            else
            {
                yield return $"+ {right[j++]}";
            }
        }
    }
}
