namespace Reckon.Evaluation.Diagnostics;

/// <summary>Guesses what a misspelled word was meant to be.</summary>
public static class Spelling
{
    // A word longer than this is not a misspelling of any of ours.
    private const int LongestWord = 40;

    /// <summary>The known word nearest to <paramref name="word"/>, null when none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        if (word.Length is 0 or > LongestWord)
        {
            return null;
        }

        var nearest = known
            .Select(candidate => (Word: candidate, Distance: Distance(Fold(word), Fold(candidate))))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Word, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Word is not null && nearest.Distance <= Math.Max(1, nearest.Word.Length / 3) ? nearest.Word : null;
    }

    /// <summary>What to do about an unknown <paramref name="word"/>.</summary>
    public static string Remedy(string word, IReadOnlyCollection<string> known)
    {
        var nearest = Nearest(word, known);
        return nearest is null ? $"Use one of: {string.Join(", ", known)}" : $"Did you mean '{nearest}'?";
    }

    // best-of-n, best_of_n and bestOfN are one word to a person.
    private static string Fold(string word) =>
        word.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();

    // Levenshtein, with a swap of neighbours counted once (optimal string alignment).
    private static int Distance(string from, string to)
    {
        var rows = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            rows[i, 0] = i;
        }

        for (var j = 0; j <= to.Length; j++)
        {
            rows[0, j] = j;
        }

        for (var i = 1; i <= from.Length; i++)
        {
            for (var j = 1; j <= to.Length; j++)
            {
                var changed = from[i - 1] == to[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + changed);
                var swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
                rows[i, j] = swapped ? Math.Min(best, rows[i - 2, j - 2] + 1) : best;
            }
        }

        return rows[from.Length, to.Length];
    }
}
