using System.Globalization;

namespace Reckon.Search.Drawing;

/// <summary>
/// The numbers that paths are made of. Sampled children count from 0 up. All others are negative, so that a path alone says how each
/// of its steps was drawn.
/// </summary>
public static class ChildIndex
{
    /// <summary>The greedy child.</summary>
    public const int Greedy = -1;

    /// <summary>Most sampled children that distinct ones can be set against, and most distinct ones of each.</summary>
    public const int MostDistinct = 1 << Bits;

    private const int Bits = 14;
    private const int FirstOther = -2;
    private const int DistinctStepsKind = 0;
    private const int DistinctAnswersKind = 1;
    private const int RevisionKind = 2;

    /// <summary>A distinct child.</summary>
    /// <param name="draw"><see cref="Draw.DistinctSteps"/> or <see cref="Draw.DistinctAnswers"/>.</param>
    /// <param name="against">The sampled child that came first, from 0.</param>
    /// <param name="number">Its number among those set against the same child, from 1.</param>
    public static int Distinct(Draw draw, int against, int number) => draw switch
    {
        Draw.DistinctSteps => Other(DistinctStepsKind, against, number),
        Draw.DistinctAnswers => Other(DistinctAnswersKind, against, number),
        _ => throw new ArgumentOutOfRangeException(nameof(draw), draw, "Only distinct children are set against another."),
    };

    /// <summary>A revision: the child of a finished answer.</summary>
    /// <param name="seen">Earlier answers that it was shown, at least 1.</param>
    /// <param name="number">Its number among the revisions of the same answer that were shown as many, from 0.</param>
    public static int Revision(int seen, int number) => Other(RevisionKind, seen, number);

    /// <summary>The index of the child <paramref name="place"/> places after <paramref name="first"/>: all but sampled ones count down.</summary>
    public static int After(int first, int place) => first >= 0 ? first + place : first - place;

    /// <summary>The index of each step after the first of a continuation whose first step is <paramref name="first"/>.</summary>
    public static int Next(int first) => first switch
    {
        Greedy => Greedy,
        <= FirstOther when Kind(first) == DistinctAnswersKind => Other(DistinctAnswersKind, 0, 0), // It is not what would be sampled there.
        _ => 0,
    };

    /// <summary>How a child with this index was drawn.</summary>
    public static Draw DrawOf(int index) => index switch
    {
        >= 0 => Draw.Sampled,
        Greedy => Draw.Greedy,
        _ => Kind(index) switch
        {
            DistinctStepsKind => Draw.DistinctSteps,
            DistinctAnswersKind => Draw.DistinctAnswers,
            _ => Draw.Sampled,
        },
    };

    /// <summary>The sampled child that a distinct one is set against.</summary>
    public static int AgainstOf(int index) => ((FirstOther - index) >> Bits) & (MostDistinct - 1);

    /// <summary>Whether it names a child that differs from others by its first step.</summary>
    public static bool IsByFirstStep(int index) => index <= FirstOther && Kind(index) == DistinctStepsKind;

    /// <summary>Whether it names a revision.</summary>
    public static bool IsRevision(int index) => index <= FirstOther && Kind(index) == RevisionKind;

    /// <summary>How many earlier answers a revision was shown.</summary>
    public static int Seen(int index) => AgainstOf(index);

    /// <summary>The index as people read it: a number where it was sampled, else such as <c>g</c> (greedy), <c>d2</c> (distinct) or <c>r</c> (a revision).</summary>
    public static string Text(int index) => index switch
    {
        >= 0 => index.ToString(CultureInfo.InvariantCulture),
        Greedy => "g",
        _ when IsRevision(index) => "r",
        _ => string.Create(CultureInfo.InvariantCulture, $"d{(FirstOther - index) & (MostDistinct - 1)}"),
    };

    private static int Kind(int index) => (FirstOther - index) >> (2 * Bits);

    private static int Other(int kind, int against, int number)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)against, (uint)MostDistinct, nameof(against));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)number, (uint)MostDistinct, nameof(number));
        return FirstOther - (((kind << Bits) | against) << Bits | number);
    }
}
