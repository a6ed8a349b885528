using System.CommandLine;
using System.Globalization;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Cli.Results;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Trees;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon show DIR PROBLEM [--run RUN] [--seed N] [--json]</c></summary>
internal static class ShowCommand
{
    public static Command Create(ProcessEnvironment environment, Terminal terminal)
    {
        var folder = FileArgument.Create("DIR", "A folder of results.");
        var problem = FileArgument.Create("PROBLEM", "The problem's id.");
        var run = new Option<string>("--run") { Description = "Show this run's tree, such as 'beam n=16 width=4'.", HelpName = "RUN" };
        var seed = new Option<long?>("--seed")
        {
            Description = "Of the run's trials, the one with this seed. Default: the first.",
            HelpName = "N",
        };
        var json = new Option<bool>("--json") { Description = "Print the problem's trees as lines of JSON." };
        var command =
            new Command("show", "Show what was drawn for a problem, how it was scored, and why an answer was chosen and counted as it was.")
        {
            folder, problem, run, seed, json,
        };
        var flags = SettingFlags.OfStrategies(command, environment);
        command.SetAction(arguments =>
        {
            if (flags.Load(arguments, terminal) is not { } settings || PluginStrategies.Load(settings, terminal) is not { } strategies)
            {
                return ExitCode.Usage;
            }

            var path = arguments.GetRequiredValue(folder);
            var sweep = SweepRecord.Read(path, strategies);
            var trees = TreesReader.Open(path);
            var entry = trees.Find(arguments.GetRequiredValue(problem));
            terminal.Output.Write(arguments.GetValue(json)
                ? string.Concat(trees.Lines(entry).Select(line => $"{line}\n"))
                : Text(path, sweep, trees.Read(entry), arguments.GetValue(run), arguments.GetValue(seed)));
            return ExitCode.Success;
        });
        return command;
    }

    private static string Text(string folder, SweepRecord sweep, ProblemTrees trees, string? run, long? seed)
    {
        if (run is null && seed is null)
        {
            return ProblemText.Overview(trees, sweep.Spec);
        }

        var trials = trees.Trials.Where(trial => (run is null || trial.Run == run) && (seed is null || trial.Seed == seed));
        return trials.FirstOrDefault() is { } trial
            ? TrialText.Of(trees, trial, sweep.Spec, sweep.Answers)
            : throw new TreesUnreadableException(folder, Missing(trees, run, seed));
    }

    private static string Missing(ProblemTrees trees, string? run, long? seed)
    {
        var runs = trees.Trials.Select(trial => trial.Run).Distinct().ToList();
        if (run is not null && !runs.Contains(run))
        {
            return $"the problem has no run {Quoted.Of(run)}. {Spelling.Remedy(run, runs)}";
        }

        var seeds = trees.Trials.Where(trial => run is null || trial.Run == run)
            .Select(trial => trial.Seed.ToString(CultureInfo.InvariantCulture)).Distinct();
        return string.Create(CultureInfo.InvariantCulture,
            $"there is no trial with the seed {seed}. Use one of: {string.Join(", ", seeds)}");
    }
}
