using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Reckon.Grading.Extraction;

/// <summary>The rules by which a dataset's answers are found, in the order in which they are tried: the first that finds one decides.</summary>
/// <param name="Names">Names of rules, of <see cref="AnswerExtractors.Names"/>; not empty, each once.</param>
[JsonConverter(typeof(ExtractionRulesConverter))]
public sealed record ExtractionRules(ImmutableArray<string> Names)
{
    /// <summary>One rule alone.</summary>
    public static implicit operator ExtractionRules(string name) => new([name]);

    /// <inheritdoc/>
    public bool Equals(ExtractionRules? other) => other is not null && Names.AsSpan().SequenceEqual(other.Names.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The names, separated by commas.</summary>
    public override string ToString() => string.Join(", ", Names);
}
