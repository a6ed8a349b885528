using System.Collections.Immutable;
using Reckon.Search.Drawing;
using Reckon.Search.Judging;
using Reckon.Search.Randomness;

namespace Reckon.Search.Controls;

/// <summary>
/// What a control makes of a verdict. A pure function of the path, of what was drawn and of how it was judged: a step gets the same score
/// whether it was drawn alone or within a whole answer, by whatever strategy. What was truncated has no verdict under a control
/// either.
/// </summary>
public static class ControlledVerdict
{
    private const double Unfinished = 0.5; // What an oracle says of a prefix: it knows answers, and not how prefixes go on.

    // Places in the stream of a step's judgement.
    private const int ScoreDraw = 0;
    private const int FlipDraw = 1;

    /// <summary>The verdict under <paramref name="control"/>.</summary>
    /// <param name="control">The control.</param>
    /// <param name="prefix">The key of the prefix that was continued: its seed, problem and path.</param>
    /// <param name="index">The index of the child: see <see cref="ChildIndex"/>.</param>
    /// <param name="proposal">What was drawn.</param>
    /// <param name="verdict">What the verifier said of it; null where none was asked.</param>
    /// <param name="isRight">Tells whether the proposal gives the right answer; the oracle alone asks, of what is finished.</param>
    public static Verdict? Of(
        VerifierControl control, RandomKey prefix, int index, Proposal proposal, Verdict? verdict, Func<bool> isRight)
    {
        if (proposal.Ending == Ending.Truncated)
        {
            return null;
        }

        return control.Kind switch
        {
            ControlKind.Random => Free(KeysOf(prefix, index, proposal).Select(key => key.Judgement.Uniform(ScoreDraw))),
            ControlKind.Flip => verdict is null ? null : Flipped(verdict, KeysOf(prefix, index, proposal), control.Share ?? 0),
            ControlKind.Oracle => Free(OracleScores(proposal, isRight)),
            _ => throw new ArgumentOutOfRangeException(nameof(control), control.Kind, "Unknown control."),
        };
    }

    private static IEnumerable<double> OracleScores(Proposal proposal, Func<bool> isRight) =>
    [
        .. proposal.Steps.Skip(1).Select(_ => Unfinished),
        proposal.Ending == Ending.Open ? Unfinished : isRight() ? 1 : 0,
    ];

    private static Verdict Flipped(Verdict verdict, IEnumerable<RandomKey> keys, double share) => verdict with
    {
        Scores = [.. verdict.Scores.Zip(keys, (score, key) => key.Judgement.Uniform(FlipDraw) < share ? 1 - score : score)],
    };

    // No verifier was asked, so no token was read.
    private static Verdict Free(IEnumerable<double> scores)
    {
        var all = scores.ToImmutableArray();
        return new Verdict(all, [.. all.Select(_ => 0)]);
    }

    private static IEnumerable<RandomKey> KeysOf(RandomKey prefix, int index, Proposal proposal)
    {
        var key = prefix.Child(index);
        foreach (var _ in proposal.Steps)
        {
            yield return key;
            key = key.Child(ChildIndex.Next(index));
        }
    }
}
