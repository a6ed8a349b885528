using Reckon.Cli.Output;
using Reckon.Cli.Running;
using Reckon.Evaluation.Diagnostics;
using Reckon.Search.Strategies;

namespace Reckon.Cli.CommandLine;

/// <summary>Loads a sweep file and tells the terminal what is wrong with it and with what it names.</summary>
internal static class SweepFileReport
{
    /// <summary>The file at <paramref name="path"/>; null when something is wrong, which has then been written, a line each.</summary>
    public static SweepFile? Load(string path, StrategyRegistry strategies, Terminal terminal)
    {
        switch (SweepFile.Load(path, strategies))
        {
            case Validated<SweepFile>.Valid(var file):
                foreach (var note in file.Dataset.Notes)
                {
                    terminal.Error.WriteLine(SafeText.Terminal($"note: {note}"));
                }

                return file;
            case Validated<SweepFile>.Invalid(var diagnostics):
                FaultLines.Write(terminal, diagnostics);
                return null;
            default:
                throw new InvalidOperationException("A result is valid or invalid.");
        }
    }
}
