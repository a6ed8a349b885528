using System.Text.Json.Serialization;

namespace Reckon.Evaluation.Datasets;

/// <summary>
/// Which problems a sweep is about. Of the file's problems those of <see cref="Ids"/> are taken, of these those that
/// <see cref="Where"/> lets pass, of these <see cref="Sample"/>, of these the first <see cref="Limit"/>, and of these all but
/// <see cref="Exclude"/>; the order is always the file's.
/// </summary>
/// <param name="Path">The JSONL file. Where a file is changes no result, so it is not part of the spec's hash.</param>
/// <param name="Limit">The most problems taken, from the start, at least 1; null for all.</param>
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

    /// <summary>Ids of the only problems that are taken, no two alike, not empty; null for all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>What problems must be to be taken; null for anything.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ProblemFilter? Where { get; init; }

    /// <summary>The random subset that is taken; null for all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ProblemSample? Sample { get; init; }

    /// <inheritdoc/>
    public bool Equals(DatasetSource? other) =>
        other is not null && Path == other.Path && Limit == other.Limit && Descriptor == other.Descriptor
        && (Exclude ?? []).SequenceEqual(other.Exclude ?? []) && (Ids ?? []).SequenceEqual(other.Ids ?? [])
        && Where == other.Where && Sample == other.Sample;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Path, Limit, Descriptor, Exclude?.Count);
}
