using System.Collections.Immutable;
using System.CommandLine;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Cli.Results;
using Reckon.Cli.Studying;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Exports;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon export DIR FILE [--candidates]</c></summary>
internal static class ExportCommand
{
    public static Command Create(ProcessEnvironment environment, Terminal terminal)
    {
        var folder = FileArgument.Create("DIR", "A folder of results of a finished sweep.");
        var file = FileArgument.Create("FILE", "The file to write: .csv or .jsonl.");
        var candidates = new Option<bool>("--candidates") { Description = "A row for each solution, from the trees, instead of each trial and way of choosing." };
        var command = new Command("export", "Write results as rows for other programs. docs/study.md says what the columns mean.")
        {
            folder, file, candidates,
        };
        var flags = SettingFlags.OfStrategies(command, environment);
        command.SetAction(arguments =>
        {
            if (flags.Load(arguments, terminal) is null)
            {
                return ExitCode.Usage;
            }

            var (source, target) = (arguments.GetRequiredValue(folder), arguments.GetRequiredValue(file));
            var ofCandidates = arguments.GetValue(candidates);
            Write(target, ofCandidates ? CandidateRows.Columns : TrialRows.Columns, ofCandidates ? Candidates(source) : Trials(source));
            return ExitCode.Success;
        });
        return command;
    }

    private static void Write(string target, ImmutableArray<string> columns, IEnumerable<ImmutableArray<object?>> rows) => DurableFile.Write(
        target,
        Path.GetExtension(target) switch
        {
            ".csv" => rows.Select(row => RowText.Csv(row)).Prepend(RowText.Csv(columns)),
            ".jsonl" => rows.Select(row => RowText.Json(columns, row)),
            var other => throw new StudyException(target, $"rows cannot be written as '{other}'. Name a file that ends in .csv or .jsonl"),
        });

    private static IEnumerable<ImmutableArray<object?>> Trials(string folder)
    {
        var path = Path.Combine(folder, ResultsWriter.OutcomesName);
        return File.Exists(path)
            ? File.ReadLines(path).SelectMany(line => TrialRows.Of(OutcomeJson.Read(line)))
            : throw new ResultsFolderException(folder, $"there is no {ResultsWriter.OutcomesName}. Name the folder of a finished sweep");
    }

    private static IEnumerable<ImmutableArray<object?>> Candidates(string folder)
    {
        var trees = TreesReader.Open(folder);
        return trees.Entries.SelectMany(entry => CandidateRows.Of(trees.Read(entry)));
    }
}
