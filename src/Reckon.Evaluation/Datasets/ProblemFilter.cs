using System.Text.Json.Serialization;

namespace Reckon.Evaluation.Datasets;

/// <summary>Which problems of a dataset are taken, by what they say of themselves.</summary>
public sealed record ProblemFilter
{
    /// <summary>The subjects of which problems are taken, no two alike, not empty; null for all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Subjects { get; init; }

    /// <summary>The levels of which problems are taken, 0 for those that have none, no two alike, not empty; null for all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? Levels { get; init; }

    /// <inheritdoc/>
    public bool Equals(ProblemFilter? other) =>
        other is not null && (Subjects ?? []).SequenceEqual(other.Subjects ?? []) && (Levels ?? []).SequenceEqual(other.Levels ?? []);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Subjects?.Count, Levels?.Count);
}
