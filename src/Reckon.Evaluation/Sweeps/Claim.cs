using System.Globalization;
using System.Text.RegularExpressions;

namespace Reckon.Evaluation.Sweeps;

/// <summary>
/// Something that is said of a study and can be checked: that one method reaches what another gets at some n, for less; or that one is
/// ahead of another.
/// </summary>
/// <param name="Text">As it was stated.</param>
/// <param name="Challenger">The name of the method that is said to be better.</param>
/// <param name="N">At which n it is said to be ahead; null where it is said to reach the other's level at any.</param>
/// <param name="Other">The name of the method that it is compared with.</param>
/// <param name="OtherN">At which n.</param>
/// <param name="Least">
/// The least saving that is stated, such as 4 for a quarter of the cost, or the least difference in accuracy, in [0, 1].
/// </param>
/// <param name="Unit">In what the saving is stated; null for none in particular.</param>
public sealed partial record Claim(string Text, string Challenger, int? N, string Other, int OtherN, double Least, CostUnit? Unit)
{
    /// <summary>How claims are written.</summary>
    public const string Forms =
        "'METHOD reaches METHOD n=N', with ' for 1/4 of the generations' (tokens, FLOPs, proposer FLOPs) at the end where a saving is claimed, or "
        + "'METHOD n=N is ahead of METHOD n=N', with ' by 2 points' at the end where that is claimed";

    /// <summary>The claim that <paramref name="text"/> states; null where it states none.</summary>
    public static Claim? Parse(string text)
    {
        if (Reaching().Match(text) is { Success: true } reaching)
        {
            return new Claim(
                text, reaching.Groups["method"].Value, null, reaching.Groups["other"].Value, Whole(reaching.Groups["n"]),
                reaching.Groups["saving"] is { Success: true } saving ? Number(saving) : 1, UnitOf(reaching.Groups["unit"].Value));
        }

        return Ahead().Match(text) is { Success: true } ahead
            ? new Claim(
                text, ahead.Groups["method"].Value, Whole(ahead.Groups["m"]), ahead.Groups["other"].Value, Whole(ahead.Groups["n"]),
                ahead.Groups["points"] is { Success: true } points ? Number(points) / 100 : 0, null)
            : null;
    }

    private static CostUnit? UnitOf(string unit) => unit switch
    {
        "generations" => CostUnit.Generations,
        "tokens" => CostUnit.Tokens,
        "FLOPs" => CostUnit.Flops,
        "proposer FLOPs" => CostUnit.ProposerFlops,
        _ => null,
    };

    private static int Whole(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    private static double Number(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<method>\S.*?) reaches (?<other>\S.*?) n=(?<n>\d{1,5})(?: for 1/(?<saving>\d{1,4}(?:\.\d{1,3})?) of the (?<unit>generations|tokens|FLOPs|proposer FLOPs))?$")]
    private static partial Regex Reaching();

    [GeneratedRegex(
        @"^(?<method>\S.*?) n=(?<m>\d{1,5}) is ahead of (?<other>\S.*?) n=(?<n>\d{1,5})(?: by (?<points>\d{1,2}(?:\.\d{1,3})?) points?)?$")]
    private static partial Regex Ahead();
}
