using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Reckon.Cli.Output;
using Reckon.Cli.Results;
using Reckon.Cli.Studying;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Imports;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Sweeps;
using Reckon.Grading;
using Reckon.Grading.Formats;
using Reckon.Search;
using Reckon.Search.Costs;
using Reckon.Search.Selecting;
using Reckon.Search.Verification;

namespace Reckon.Cli.Importing;

/// <summary>Makes a folder of results from answers that another program drew, and grades them.</summary>
internal static class SampleImport
{
    /// <summary>Writes the folder at <paramref name="target"/> and returns its summary.</summary>
    /// <param name="path">The file: a row of samples on each line.</param>
    /// <param name="run">Of several runs in the file the one to take; null where there is one.</param>
    /// <param name="descriptor">How answers are found: the name of a known descriptor.</param>
    /// <param name="target">The folder.</param>
    /// <exception cref="StudyException">The file is no such file.</exception>
    public static SweepSummary Run(string path, string? run, string descriptor, string target)
    {
        var rows = Chosen(path, Read(path), run);
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
        var strategies = ImportedTrees.Strategies(rows.Max(row => row.Samples.Length));
        var sweep = new SweepRecord(hash, Spec(path, rows, strategies), Answers(descriptor));
        using var folder = ResultsFolder.Open(target, hash);
        folder.Claim(sweep);
        WriteTrees(folder, rows, strategies);
        var header = new SummaryHeader(
            hash, ProgramVersion.Text, new GraderFacts(GradingVersion.Current, ProgramVersion.Text),
            new DatasetFacts(Path.GetFileNameWithoutExtension(path), hash, rows.Length),
            new ModelPairFacts(new ModelFacts(rows[0].Model, "", "", 0), null));
        ResultsWriter.WriteSummary(folder, SummaryBuilder.Build(sweep.Spec, header, []));
        return Regrading.Run(folder, sweep, ProgramVersion.Text);
    }

    private static ImmutableArray<ImportedRow> Read(string path)
    {
        var number = 0;
        try
        {
            var rows = ImmutableArray.CreateBuilder<ImportedRow>();
            foreach (var line in File.ReadLines(path))
            {
                number++;
                rows.Add(ImportedRow.Read(line));
            }

            return rows.ToImmutable();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new StudyException(path, $"line {number}: {cause.Message} Name a file of samples, a row for each problem", cause);
        }
    }

    private static ImmutableArray<ImportedRow> Chosen(string path, ImmutableArray<ImportedRow> rows, string? run)
    {
        var runs = rows.Select(row => row.Run).Distinct().ToList();
        var chosen = rows.Where(row => run is null ? runs.Count == 1 : row.Run == run).ToImmutableArray();
        if (chosen.IsEmpty)
        {
            throw new StudyException(path, rows.IsEmpty
                ? "it holds no row. Name a file of samples, a row for each problem"
                : $"it holds {runs.Count} runs. Name one with --run: {string.Join(", ", runs.Take(10))}");
        }

        if (chosen.FirstOrDefault(row => row.Method is not ("" or "best_of_n")) is { } other)
        {
            throw new StudyException(path, $"its answers were drawn by {Quoted.Of(other.Method)}, and only whole answers drawn on their own can be imported");
        }

        if (chosen.Any(row => row.Samples.IsEmpty) || chosen.DistinctBy(row => row.Problem.Id).Count() < chosen.Length)
        {
            throw new StudyException(path, "a problem has no sample, or two rows. Import a file in which each problem has one row");
        }

        var most = chosen.Max(row => row.Samples.Length);
        return chosen.All(row => row.Samples.Length == most)
            ? chosen
            : throw new StudyException(path, $"some problems have fewer samples than {most}. Import a file in which all have as many");
    }

    private static SweepSpec Spec(string path, ImmutableArray<ImportedRow> rows, ImmutableArray<StrategySpec> strategies) => new(
        "imported", new DatasetSource(Path.GetFullPath(path)), new ModelPaths(rows[0].Model, null), [0], new Sampling(1, 1, 1), strategies,
        rows.Any(row => row.Samples.Any(sample => !sample.Scores.IsEmpty))
            ? [SelectionRule.Majority, SelectionRule.Best, SelectionRule.Weighted]
            : [SelectionRule.Majority],
        Aggregation.Last, Budget.Unlimited)
    {
        OtherAggregations = rows.Any(row => row.Samples.Any(sample => !sample.Scores.IsEmpty)) ? [Aggregation.Min, Aggregation.Product, Aggregation.Mean] : null,
    };

    private static AnswerFormat Answers(string descriptor) => KnownDescriptors.Find(descriptor) switch
    {
        Validated<DatasetDescriptor>.Valid(var known) => known.Answers ?? AnswerFormat.Default,
        _ => throw new StudyException("--descriptor", $"{Quoted.Of(descriptor)} is not known. Use one of: {string.Join(", ", KnownDescriptors.Names)}"),
    };

    private static void WriteTrees(ResultsFolder folder, ImmutableArray<ImportedRow> rows, ImmutableArray<StrategySpec> strategies)
    {
        using var writer = new TreesWriter(folder.Path);
        foreach (var row in rows)
        {
            writer.Add(row.Problem.Id, CompressedLines.Write(stream => ProblemTreesJson.Write(ImportedTrees.Of(row, strategies), stream)));
        }

        writer.Complete();
    }
}
