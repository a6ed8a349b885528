using System.Globalization;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Cli.Output;

/// <summary>Tells the terminal what is wrong or odd, a line each. A flood is cut: whoever reads it mends the first and asks again.</summary>
internal static class FaultLines
{
    private const int Most = 50;

    /// <summary>Writes the first of <paramref name="faults"/>, each behind <paramref name="kind"/>, and how many are left.</summary>
    public static void Write(Terminal terminal, IReadOnlyCollection<Diagnostic> faults, string kind = "")
    {
        foreach (var fault in faults.Take(Most))
        {
            terminal.Error.WriteLine(SafeText.Terminal($"{kind}{fault}"));
        }

        if (faults.Count > Most)
        {
            // At least: those who gather faults cut a flood as well.
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}and at least {faults.Count - Most} more"));
        }
    }
}
