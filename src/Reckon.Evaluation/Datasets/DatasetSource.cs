using System.Text.Json.Serialization;

namespace Reckon.Evaluation.Datasets;

/// <summary>Which problems a sweep is about.</summary>
/// <param name="Path">The JSONL file. Where a file is changes no result, so it is not part of the spec's hash.</param>
/// <param name="Limit">The most problems taken, from the start of the file, at least 1; null for all.</param>
/// <param name="Descriptor">
/// What describes the file: one of <see cref="KnownDescriptors"/>, else the path of a descriptor; null for the one next to
/// the file. Its contents are part of the spec's hash; its name is not.
/// </param>
public sealed record DatasetSource(
    string Path,
    int? Limit = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Descriptor = null)
{
    /// <summary>Ids of the problems that are left out of those taken, no two alike; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Exclude { get; init; }

    /// <inheritdoc/>
    public bool Equals(DatasetSource? other) =>
        other is not null && Path == other.Path && Limit == other.Limit && Descriptor == other.Descriptor
        && (Exclude ?? []).SequenceEqual(other.Exclude ?? []);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Path, Limit, Descriptor, Exclude?.Count);
}
