using System.CommandLine;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Cli.Studying;
using Reckon.Evaluation.Amendments;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.StudyReports;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon compare A B [--problems]</c></summary>
internal static class CompareCommand
{
    public static Command Create(ProcessEnvironment environment, Terminal terminal)
    {
        var first = FileArgument.Create("A", "A folder of results of a finished sweep.");
        var second = FileArgument.Create("B", "Another one, on the same dataset.");
        var problems = new Option<bool>("--problems") { Description = "List the problems that were won and lost." };
        var command = new Command("compare", "Compare two sweeps on the same problems: differences with intervals, and what differs between their specs.")
        {
            first, second, problems,
        };
        var flags = SettingFlags.OfStrategies(command, environment);
        command.SetAction(arguments =>
        {
            if (flags.Load(arguments, terminal) is not { } settings || PluginStrategies.Load(settings, terminal) is not { } strategies)
            {
                return ExitCode.Usage;
            }

            var (left, right) =
                (StudyFolder.Read(arguments.GetRequiredValue(first), strategies), StudyFolder.Read(arguments.GetRequiredValue(second), strategies));
            Print(left, right, arguments.GetValue(problems), terminal);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Print(StudyFolder first, StudyFolder second, bool withProblems, Terminal terminal)
    {
        ThrowIfDifferent(first, second, "dataset", folder => folder.Summary.Dataset.Sha256, "Run both sweeps on one dataset");
        ThrowIfDifferent(
            first, second, "version of grading", folder => $"{folder.Summary.Grader.Version}", "Grade the older one again with 'reckon regrade'");
        var runs = RunFlips.Of(first.Table, second.Table);
        if (runs.IsEmpty)
        {
            throw new StudyException(second.Path, $"it has no run, or no problem, in common with {first.Path}. Compare sweeps with the same strategies");
        }

        if (first.Sweep.Identity.Canonical is { } one && second.Sweep.Identity.Canonical is { } other)
        {
            terminal.Output.Write("What differs in the specs:\n");
            SweepChanges.Between(one, other).ToList().ForEach(change => terminal.Output.Write($"  {SafeText.Terminal(change.ToString())}\n"));
        }

        terminal.Output.Write(FlipsText.Of(runs));
        foreach (var run in withProblems ? runs : [])
        {
            terminal.Output.Write(SafeText.Terminal($"{run.First}: won {string.Join(' ', run.Won)}; lost {string.Join(' ', run.Lost)}") + "\n");
        }
    }

    private static void ThrowIfDifferent(StudyFolder first, StudyFolder second, string what, Func<StudyFolder, string> of, string remedy)
    {
        if (of(first) != of(second))
        {
            throw new StudyException(second.Path, $"it cannot be compared with {first.Path}: the {what} is {of(second)} here and {of(first)} there. {remedy}");
        }
    }
}
