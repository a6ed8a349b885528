using System.Globalization;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Evaluation.Prompts;

/// <summary>
/// Judges how much of a dataset a model cannot read. A word without a token becomes a mark that says nothing, however long it is.
/// </summary>
public static class UnknownTextCheck
{
    /// <summary>The largest share of characters that may be unknown where a sweep does not say.</summary>
    public const double DefaultMaxShare = 0.05;

    /// <summary>A fault, if more than <paramref name="maxShare"/> of the characters are unknown; else null.</summary>
    /// <param name="count">What is unknown.</param>
    /// <param name="maxShare">The largest share, from 0 to 1.</param>
    /// <param name="fileName">The sweep's file, for messages.</param>
    public static Diagnostic? Fault(UnknownCount count, double maxShare, string fileName) => count.Share <= maxShare
        ? null
        : new Diagnostic(
            fileName, 0, 0, "dataset",
            string.Create(CultureInfo.InvariantCulture, $"{Text(count)}; maxUnknownText allows {100 * maxShare:0.##} %"),
            "Use a model that was made for such problems, take the problems out, or raise maxUnknownText");

    /// <summary>A warning, if anything is unknown; else null.</summary>
    public static string? Warning(UnknownCount count) =>
        count.Words == 0 ? null : $"{Text(count)}. The model reads each of them as one mark that says nothing.";

    private static string Text(UnknownCount count) => string.Create(
        CultureInfo.InvariantCulture,
        $"{count.Words:N0} words ({count.Characters:N0} characters) in {count.Problems:N0} of {count.AllProblems:N0} problems are unknown to"
        + $" the {count.Model}'s tokenizer: {100 * count.Share:0.##} % of the text");
}
