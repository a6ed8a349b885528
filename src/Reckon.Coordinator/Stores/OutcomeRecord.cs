using System.Globalization;
using System.Text;
using Reckon.Contracts.Problems;
using Reckon.Evaluation.Documents;
using Reckon.Grading;

namespace Reckon.Coordinator.Stores;

/// <summary>
/// An outcome as bytes: a line that says what the coordinator counts, and in which format and by which version of grading the rest is, and
/// the document.
/// </summary>
internal static class OutcomeRecord
{
    private const int Words = 5; // A sixth, the money, is there only where models have a price.

    /// <summary>The bytes.</summary>
    public static byte[] Write(StoredOutcome outcome) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"{OutcomeJson.Form} {GradingVersion.Current} {outcome.Trial.Tokens} {outcome.Trial.Flops:R} {outcome.Trial.Correct:x}{Money(outcome.Trial)}\n{outcome.Document}"));

    /// <summary>
    /// The outcome of the trial at place <paramref name="trial"/> that was written as <paramref name="bytes"/>; null where it has another
    /// format, or was graded otherwise than the program grades now: it is then made again.
    /// </summary>
    public static StoredOutcome? TryRead(int trial, ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'\n');
        var words = end < 0 ? [] : Encoding.UTF8.GetString(bytes[..end]).Split(' ');
        if (words.Length is not (Words or Words + 1) || words[0] != OutcomeJson.Form || words[1] != GradingVersion.Current.ToString(CultureInfo.InvariantCulture))
        {
            return null;
        }

        var isRead = long.TryParse(words[2], CultureInfo.InvariantCulture, out var tokens)
            & double.TryParse(words[3], CultureInfo.InvariantCulture, out var flops)
            & double.TryParse(words.Length > Words ? words[Words] : "0", CultureInfo.InvariantCulture, out var money)
            & ulong.TryParse(words[4], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var correct);
        return isRead
            ? new StoredOutcome(new FinishedTrial(trial, tokens, flops, correct) { Money = money }, Encoding.UTF8.GetString(bytes[(end + 1)..]))
            : null;
    }

    private static string Money(FinishedTrial trial) => trial.Money > 0 ? string.Create(CultureInfo.InvariantCulture, $" {trial.Money:R}") : "";
}
