using Reckon.Evaluation.Outcomes;
using Reckon.Grading.Grades;
using Reckon.Search.Running;

namespace Reckon.Dashboard.Problems;

/// <summary>How one trial of a problem ended, packed: a sweep may have millions.</summary>
/// <param name="Run">The place of its run in the table.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="End">Why its search ended.</param>
/// <param name="Solutions">Finished solutions.</param>
/// <param name="Bits">Four bits for each way of choosing: its status, and whether the answer is right.</param>
public readonly record struct TrialVerdict(int Run, long Seed, SearchEnd End, int Solutions, ulong Bits)
{
    /// <summary>The most ways of choosing that are kept.</summary>
    public const int MostRules = 16;

    private const int BitsOfRule = 4;
    private const ulong StatusMask = 3;
    private const ulong RightBit = 4;

    /// <summary>The verdict of <paramref name="outcome"/>, whose run is at <paramref name="run"/> in the table.</summary>
    public static TrialVerdict Of(OutcomeHead outcome, int run)
    {
        var bits = 0UL;
        foreach (var (place, selection) in outcome.Selections.Take(MostRules).Index())
        {
            var mark = ((ulong)selection.Status & StatusMask) | (selection.Correct ? RightBit : 0);
            bits |= mark << (BitsOfRule * place);
        }

        return new TrialVerdict(run, outcome.Seed, outcome.End, outcome.Solutions, bits);
    }

    /// <summary>Whether the answer chosen in the way at <paramref name="rule"/> is right.</summary>
    public bool IsRight(int rule) => (Of(rule) & RightBit) != 0;

    /// <summary>Why it counts as right or not.</summary>
    public GradeStatus Status(int rule) => (GradeStatus)(Of(rule) & StatusMask);

    private ulong Of(int rule) => Bits >> (BitsOfRule * rule);
}
