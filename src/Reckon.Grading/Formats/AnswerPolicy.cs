namespace Reckon.Grading.Formats;

/// <summary>
/// What counts as the same answer, where practice differs. The defaults are those of MATH-style benchmarks:
/// a decoration may be missing on one side but must agree when both have it; values are exact.
/// </summary>
public sealed record AnswerPolicy
{
    /// <summary>What is used where nothing else is said.</summary>
    public static AnswerPolicy Default { get; } = new();

    /// <summary>Whether <c>10</c> equals <c>10\%</c>: a percent sign is a decoration. Default: true.</summary>
    public bool PercentMayBeMissing { get; init; } = true;

    /// <summary>Whether <c>33.5\%</c> equals <c>0.335</c>: a percent sign divides by a hundred. Default: false.</summary>
    public bool PercentIsHundredth { get; init; }

    /// <summary>Whether <c>10\%</c> equals both <c>0.1</c> and <c>10</c>.</summary>
    internal bool PercentIsAlsoDecoration => PercentIsHundredth && PercentMayBeMissing;

    /// <summary>Whether <c>12</c> equals <c>12\text{ cm}</c>, <c>\$12</c> and <c>12^\circ</c>. Default: true.</summary>
    public bool UnitMayBeMissing { get; init; } = true;

    /// <summary>Whether <c>5</c> equals <c>x = 5</c>. Default: true.</summary>
    public bool NameMayBeMissing { get; init; } = true;

    /// <summary>Whether <c>2516</c> equals <c>2516_8</c>. Default: true.</summary>
    public bool BaseMayBeMissing { get; init; } = true;

    /// <summary>Whether <c>4</c> equals <c>4 \pmod 9</c>: the question names the modulus. Default: true.</summary>
    public bool ModulusMayBeMissing { get; init; } = true;

    /// <summary>
    /// Whether a list without brackets is compared in its order, so that <c>1,-2</c> differs from <c>-2,1</c>. Default: false.
    /// </summary>
    public bool ListsAreOrdered { get; init; }

    /// <summary>Whether a list without brackets equals the tuple of the same items: <c>3,4</c> and <c>(3,4)</c>. Default: false.</summary>
    public bool ListMayBeTuple { get; init; }

    /// <summary>Whether a column or a row equals the tuple of the same items. Default: true.</summary>
    public bool VectorMayBeTuple { get; init; } = true;

    /// <summary>
    /// The least number of significant digits with which a rounded decimal equals the exact value: with 4, <c>0.5236</c> equals
    /// <c>\frac{\pi}{6}</c>, and <c>0.52</c> does not. All its digits must be right. Null: never. Default: null.
    /// </summary>
    public int? RoundedFromDigits { get; init; }
}
