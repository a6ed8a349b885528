using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Reckon.Search;

namespace Reckon.Evaluation.Amendments;

/// <summary>Tells whether a problem is what it was, without keeping it.</summary>
public static class ProblemDigest
{
    private const int Bytes = 8; // For telling two versions of one problem apart, not for finding one among many.

    /// <summary>The digest of all that a trial of <paramref name="problem"/> depends on, its id aside; in lower-case hex.</summary>
    public static string Of(Problem problem)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            writer.WriteStringValue(problem.Question);
            writer.WriteStringValue(problem.Reference);
            writer.WriteStringValue(problem.Subject);
            writer.WriteNumberValue(problem.Level);
            writer.WriteEndArray();
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)).AsSpan(0, Bytes));
    }
}
