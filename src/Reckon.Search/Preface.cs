using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Reckon.Search;

/// <summary>What a sweep says to its proposer before each problem. What is not said here is as the model's folder has it.</summary>
public sealed record Preface
{
    /// <summary>What the model is told first, as a chat's system turn; null for what the folder says.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? System { get; init; }

    /// <summary>Problems that are shown with their solutions, the first first; empty for those of the folder.</summary>
    public ImmutableArray<WorkedExample> Examples { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>All of its texts.</summary>
    [JsonIgnore]
    public IEnumerable<string> Texts =>
        [.. System is { } said ? (string[])[said] : [], .. Examples.SelectMany(example => new[] { example.Problem, example.Solution })];

    /// <inheritdoc/>
    public bool Equals(Preface? other) =>
        other is not null && System == other.System && Examples.AsSpan().SequenceEqual(other.Examples.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(System, Examples.Length, Examples.IsEmpty ? null : Examples[^1]);
}
