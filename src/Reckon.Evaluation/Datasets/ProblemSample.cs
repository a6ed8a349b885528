using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Reckon.Search.Text;

namespace Reckon.Evaluation.Datasets;

/// <summary>
/// A random subset of problems. Whether a problem is in it depends on ids and seed alone, not on the order of the file, and the sample
/// of a larger count holds the one of a smaller.
/// </summary>
/// <param name="Count">Problems in it, at least 1.</param>
/// <param name="Seed">Which of the subsets of that size.</param>
public sealed record ProblemSample(int Count, long Seed)
{
    /// <summary>Those of <paramref name="ids"/> that are in the sample: the first by a hash of seed and id.</summary>
    internal HashSet<string> Of(IEnumerable<string> ids) =>
        [.. ids.OrderBy(KeyOf, StringComparer.Ordinal).ThenBy(id => id, StringComparer.Ordinal).Take(Count)];

    private string KeyOf(string id)
    {
        // A word of its own, so that no draw of a trial with the same seed has this hash.
        var name = string.Create(CultureInfo.InvariantCulture, $"sample\n{Seed}\n{CanonicalText.Compose(id)}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
    }
}
