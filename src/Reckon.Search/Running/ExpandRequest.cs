using System.Collections.Immutable;
using Reckon.Search.Drawing;

namespace Reckon.Search.Running;

/// <summary>Asks for <paramref name="Count"/> children of a prefix.</summary>
/// <param name="Prefix">What is continued.</param>
/// <param name="FirstChild">Index of the first child wanted; the others follow as in <see cref="ChildIndex.After"/>.</param>
/// <param name="Count">Children wanted, at least 1.</param>
/// <param name="Extent">How far each goes.</param>
/// <param name="Sampling">How they are drawn.</param>
public sealed record ExpandRequest(Prefix Prefix, int FirstChild, int Count, Extent Extent, Sampling Sampling)
{
    /// <summary>
    /// Continuations that the children must differ from, with the log-probabilities of their tokens; empty where they may be any. Each
    /// child differs from those before it, too. A child begins with none of them.
    /// </summary>
    public ImmutableArray<Proposal> Taken { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>
    /// The child, where it was drawn before as part of something that was not judged: it is only judged then. Null where it is to be drawn.
    /// Goes with a <see cref="Count"/> of 1.
    /// </summary>
    public ProposeReply? Drawn { get; init; }

    /// <summary>The index of the child <paramref name="place"/> places after the first.</summary>
    public int IndexAt(int place) => ChildIndex.After(FirstChild, place);
}
