using System.CommandLine;
using System.Globalization;
using Reckon.Api.Sweeps;
using Reckon.Cli.Client;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Cli.Results;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Trees;
using Reckon.Search.Strategies;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon show DIR|ID PROBLEM [--run RUN] [--seed N] [--json]</c></summary>
internal static class ShowCommand
{
    public static Command Create(ProcessEnvironment environment, Terminal terminal)
    {
        var source = FileArgument.Create("DIR|ID", "A folder of results, or the id of a sweep in a cluster.");
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
            source, problem, run, seed, json,
        };
        var flags = SettingFlags.Of(command, environment, FlagGroups.Strategies | FlagGroups.Client);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            if (flags.Load(arguments, terminal) is not { } settings || PluginStrategies.Load(settings, terminal) is not { } strategies
                || SourceOf(arguments.GetRequiredValue(source), settings, strategies, terminal) is not { } trees)
            {
                return ExitCode.Usage;
            }

            return await ClientCommands.UninterruptedAsync(
                async () =>
                {
                    var shown = await trees.ReadAsync(arguments.GetRequiredValue(problem), cancellationToken);
                    await terminal.Output.WriteAsync(arguments.GetValue(json)
                        ? string.Concat(shown.Lines.Select(line => $"{line}\n"))
                        : Text(arguments.GetRequiredValue(source), shown, arguments.GetValue(run), arguments.GetValue(seed)));
                    return ExitCode.Success;
                },
                cancellationToken);
        });
        return command;
    }

    // What is no folder and may be an id is one.
    private static ITreesSource? SourceOf(string source, EffectiveSettings settings, StrategyRegistry strategies, Terminal terminal)
    {
        if (Directory.Exists(source) || !SweepId.IsValid(source))
        {
            return new FolderTrees(source, strategies);
        }

        return ClientCommands.Connect(settings, terminal) is { } api ? new ClusterTrees(api, source, strategies) : null;
    }

    private static string Text(string source, ShownTrees shown, string? run, long? seed)
    {
        var (sweep, trees) = (shown.Sweep, shown.Trees);
        if (run is null && seed is null)
        {
            return ProblemText.Overview(trees, sweep.Spec);
        }

        var trials = trees.Trials.Where(trial => (run is null || trial.Run == run) && (seed is null || trial.Seed == seed));
        return trials.FirstOrDefault() is { } trial
            ? TrialText.Of(trees, trial, sweep.Spec, sweep.Answers)
            : throw new TreesUnreadableException(source, Missing(trees, run, seed));
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
