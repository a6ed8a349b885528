using System.Globalization;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Cli.Output;

/// <summary>Writes faults and warnings to the terminal, one per line; of very many, only the first.</summary>
internal static class FaultLines
{
    private const int Most = 50;

    /// <summary>Writes the first of <paramref name="faults"/>, each after <paramref name="kind"/>, and how many are left out.</summary>
    public static void Write(Terminal terminal, IReadOnlyCollection<Diagnostic> faults, string kind = "")
    {
        foreach (var fault in faults.Take(Most))
        {
            terminal.Error.WriteLine(SafeText.Terminal($"{kind}{fault}"));
        }

        if (faults.Count > Most)
        {
            // At least: readers of files also stop after a number of faults.
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}and at least {faults.Count - Most} more"));
        }
    }
}
