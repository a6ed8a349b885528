using System.Text.Json;
using Reckon.Cli.Output;
using Reckon.Cli.Results;
using Reckon.Contracts.Sweeps;
using Reckon.Dashboard.Methods;
using Reckon.Dashboard.Problems;
using Reckon.Dashboard.Sources;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Files;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Trees;
using Reckon.Search.Strategies;

namespace Reckon.Cli.Dashboards;

/// <summary>Reads one folder of results for the dashboard, and reads it again when it was written again.</summary>
internal sealed class ResultsReader(string id, string folder, StrategyRegistry strategies)
{
    private readonly Lock _readingProblems = new();
    private readonly Lock _lock = new();
    private (DateTime Written, SweepPicture Picture)? _picture;
    private (DateTime Written, ProblemTable Table)? _problems;

    /// <summary>The folder.</summary>
    public string Folder => folder;

    /// <summary>How far the sweep is; what cannot be read is told in its place.</summary>
    public SweepState State()
    {
        try
        {
            return Picture().State;
        }
        catch (SourceException cause)
        {
            return new SweepState(id, id, SweepPhase.Unknown) { Waits = [cause.Message] };
        }
    }

    /// <summary>The sweep with its numbers.</summary>
    public SweepPicture Picture()
    {
        lock (_lock)
        {
            var written = File.GetLastWriteTimeUtc(FileOf(ResultsWriter.SummaryName));
            if (_picture is not { } known || known.Written != written)
            {
                _picture = (written, Reading(() => Read(written)));
            }

            return _picture.Value.Picture;
        }
    }

    /// <summary>The problems with their verdicts.</summary>
    public ProblemTable Problems()
    {
        var path = FileOf(ResultsWriter.OutcomesName);
        var written = File.GetLastWriteTimeUtc(path);
        lock (_readingProblems) // One reads; the others have it from there.
        {
            if (_problems is not { } known || known.Written != written)
            {
                _problems = (written, File.Exists(path) ? Reading(() => ReadProblems(path)) : ProblemTable.Empty);
            }

            return _problems.Value.Table;
        }
    }

    /// <summary>What was searched for a problem.</summary>
    public ProblemTrees Trees(string problem)
    {
        try
        {
            var trees = TreesReader.Open(folder);
            return trees.Read(trees.Find(problem));
        }
        catch (TreesUnreadableException cause)
        {
            throw new SourceException(SourceFault.Missing, cause.Message, cause);
        }
    }

    private SweepPicture Read(DateTime written)
    {
        var sweep = SweepRecord.Read(folder, strategies);
        var path = FileOf(ResultsWriter.SummaryName);
        if (!File.Exists(path))
        {
            return new SweepPicture(new SweepState(id, sweep.Spec.Name, SweepPhase.Unknown), sweep.Spec, sweep.Answers, null);
        }

        var summary = SummaryJson.Read(File.ReadAllText(path));
        return new SweepPicture(StateOf(summary) with { Created = written, Budget = sweep.Spec.SweepBudget }, sweep.Spec, sweep.Answers, summary);
    }

    private SweepState StateOf(SweepSummary summary)
    {
        var trials = summary.Cost?.Trials ?? summary.Runs.DistinctBy(run => run.Run).Sum(run => run.Trials);
        return new SweepState(id, summary.Name, SweepPhase.Finished)
        {
            Trials = trials,
            Done = trials,
            ProblemsNotRun = summary.NotRun?.Length ?? 0,
            Tokens = summary.Cost is { } cost ? cost.PromptTokens + cost.GeneratedTokens + cost.VerifierTokens : 0,
            TokensPerSecond = summary.Timing?.TokensPerSecond,
            DeviceSeconds = summary.Timing is { } timing ? timing.ProposerSeconds + timing.VerifierSeconds : null,
            WallSeconds = summary.Timing?.WallSeconds,
            Best = MethodGrid.Best(summary),
        };
    }

    private static ProblemTable ReadProblems(string path)
    {
        var (problems, reader) = (new ProblemTableBuilder(), new OutcomeHeadReader());
        using var lines = new Utf8Lines(File.OpenRead(path));
        while (lines.TryRead(out var line))
        {
            if (!line.IsEmpty)
            {
                problems.Add(reader.Read(line));
            }
        }

        return problems.Build();
    }

    private static T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception cause) when (cause is CommandException or JsonException or IOException or UnauthorizedAccessException)
        {
            throw new SourceException(SourceFault.Unreachable, $"The folder cannot be read: {cause.Message}", cause);
        }
    }

    private string FileOf(string name) => Path.Combine(folder, name);
}
