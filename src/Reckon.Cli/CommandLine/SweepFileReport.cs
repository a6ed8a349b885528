using Reckon.Cli.Output;
using Reckon.Cli.Running;
using Reckon.Evaluation.Diagnostics;
using Reckon.Search.Strategies;

namespace Reckon.Cli.CommandLine;

/// <summary>Loads a sweep file and writes to the terminal what is wrong with it and with the files that it names.</summary>
internal static class SweepFileReport
{
    /// <summary>What the file at <paramref name="path"/> names; null when something is wrong. All faults have then been written.</summary>
    public static SweepInputs? Load(string path, StrategyRegistry strategies, Terminal terminal)
    {
        switch (SweepInputs.Load(path, strategies))
        {
            case Validated<SweepInputs>.Valid(var inputs):
                var warnings = inputs.Warnings.Select(warning => $"warning: {warning}");
                foreach (var line in warnings.Concat(inputs.Notes.Select(note => $"note: {note}")))
                {
                    terminal.Error.WriteLine(SafeText.Terminal(line));
                }

                return inputs;
            case Validated<SweepInputs>.Invalid(var diagnostics):
                FaultLines.Write(terminal, diagnostics);
                return null;
            default:
                throw new InvalidOperationException("A result is valid or invalid.");
        }
    }
}
