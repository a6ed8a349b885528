using System.Collections.Immutable;

namespace Reckon.Grading.Formats;

/// <summary>The names that kinds of answers have in descriptors and on the command line.</summary>
public static class AnswerKindNames
{
    /// <summary>The name of <see cref="AnswerKind.WholeNumber"/>, which is what a descriptor means that names none.</summary>
    public const string WholeNumber = "integer";

    /// <summary>The name of <see cref="AnswerKind.Mathematics"/>.</summary>
    public const string Mathematics = "mathematics";

    /// <summary>The name of <see cref="AnswerKind.Text"/>.</summary>
    public const string Text = "text";

    /// <summary>All names.</summary>
    public static ImmutableArray<string> All { get; } = [WholeNumber, Mathematics, Text];

    /// <summary>The kind called <paramref name="name"/>; null where there is none.</summary>
    public static AnswerKind? Find(string name) => name switch
    {
        WholeNumber => AnswerKind.WholeNumber,
        Mathematics => AnswerKind.Mathematics,
        Text => AnswerKind.Text,
        _ => null,
    };
}
