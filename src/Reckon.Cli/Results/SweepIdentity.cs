using System.Collections.Immutable;
using System.Text.Json;

namespace Reckon.Cli.Results;

/// <summary>What makes a sweep the one that it is, as its folder remembers it.</summary>
/// <param name="SpecHash">The sweep's identity in short.</param>
/// <param name="Canonical">What it is the hash of; null where the folder was made by a version that did not keep it.</param>
/// <param name="Problems">The digest of each problem, by its id.</param>
/// <param name="Amends">The hashes of the sweeps that it adds to, the first one first; none for one that was made in one go.</param>
internal sealed record SweepIdentity(
    string SpecHash, string? Canonical, ImmutableSortedDictionary<string, string> Problems, ImmutableArray<string> Amends)
{
    private const string HashKey = "specHash";
    private const string CanonicalKey = "identity";
    private const string ProblemsKey = "problems";
    private const string AmendsKey = "amends";

    /// <summary>A sweep of which only the hash is known.</summary>
    public static SweepIdentity Unknown(string specHash) =>
        new(specHash, null, ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal), []);

    /// <summary>What the document <paramref name="root"/>, a <see cref="SweepRecord"/>, says of it.</summary>
    /// <exception cref="JsonException">It says something else.</exception>
    /// <exception cref="KeyNotFoundException">It says nothing.</exception>
    /// <exception cref="InvalidOperationException">It says something of another type.</exception>
    public static SweepIdentity Read(JsonElement root) => new(
        root.GetProperty(HashKey).GetString() ?? "",
        root.TryGetProperty(CanonicalKey, out var canonical) ? canonical.GetRawText() : null,
        root.TryGetProperty(ProblemsKey, out var problems)
            ? problems.EnumerateObject()
                .ToImmutableSortedDictionary(problem => problem.Name, problem => problem.Value.GetString() ?? "", StringComparer.Ordinal)
            : Unknown("").Problems,
        root.TryGetProperty(AmendsKey, out var amends) ? [.. amends.EnumerateArray().Select(hash => hash.GetString() ?? "")] : []);

    /// <summary>The properties of a record that say it, after a comma; empty where nothing but the hash is known.</summary>
    public string Write() => Canonical is null
        ? ""
        : $",\"{CanonicalKey}\":{Canonical},\"{ProblemsKey}\":{JsonSerializer.Serialize(Problems)},"
            + $"\"{AmendsKey}\":{JsonSerializer.Serialize(Amends)}";
}
