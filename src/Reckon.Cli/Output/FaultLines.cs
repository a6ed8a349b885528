using System.Globalization;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Cli.Output;

/// <summary>Writes what is wrong or odd to the terminal, a line each. Of very many, only the first.</summary>
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
            // At least: the readers of files stop at some number of faults too.
            terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}and at least {faults.Count - Most} more"));
        }
    }
}
