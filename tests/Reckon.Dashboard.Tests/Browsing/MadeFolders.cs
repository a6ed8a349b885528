using Reckon.Cli.Results;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Trees;
using Reckon.Search;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Testing;

namespace Reckon.Dashboard.Tests.Browsing;

/// <summary>Folders of results that no model would write soon: hostile ones and large ones, made from those of the small sweep.</summary>
public sealed class MadeFolders(SmallSweep small) : IAsyncLifetime
{
    public const string Hostile = "hostile";
    public const string Many = "many";
    public const string Mathematics = "mathematics";
    public const string MathProblem = "algebra-17";
    public const int ManyProblems = 100_000;

    private const int TreesOfPayloads = 10;

    private readonly TempFolder _folder = new();
    private readonly SemaphoreSlim _starting = new(1);
    private DashboardProcess? _dashboard;

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>The address of a dashboard on them.</summary>
    public async Task<string> AddressAsync()
    {
        await small.AddressAsync();
        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (_dashboard is null)
            {
                WriteHostile(Copy(Hostile));
                WriteMany(Copy(Many));
                WriteMathematics(Copy(Mathematics));
                _dashboard = await DashboardProcess.StartAsync("--dir", _folder.Path);
            }

            return _dashboard.Address;
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>The id of a problem whose steps are payloads.</summary>
    public static string ProblemOf(int tree) => $"hostile-{tree} {HostilePayloads.All[tree]}";

    /// <summary>The payloads that are steps of it.</summary>
    public static IEnumerable<string> StepsOf(int tree) =>
        HostilePayloads.All.Index().Where(payload => payload.Index % TreesOfPayloads == tree).Select(payload => payload.Item);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _dashboard?.Dispose();
        _folder.Dispose();
        _starting.Dispose();
        return ValueTask.CompletedTask;
    }

    private string Copy(string name)
    {
        var folder = Directory.CreateDirectory(_folder.File(name)).FullName;
        foreach (var file in new[] { ResultsFolder.SweepFileName, ResultsWriter.SummaryName })
        {
            File.Copy(Path.Combine(small.Results, file), Path.Combine(folder, file));
        }

        return folder;
    }

    private void WriteHostile(string folder)
    {
        var outcome = Outcome();
        var listed = HostilePayloads.All.Select((payload, i) => $"{i} {payload[..Math.Min(payload.Length, 5_000)]}");
        File.WriteAllLines(
            Path.Combine(folder, ResultsWriter.OutcomesName),
            Enumerable.Range(0, TreesOfPayloads).Select(ProblemOf).Concat(listed)
                .Select(id => OutcomeJson.Write(outcome with { ProblemId = id, Subject = id[..Math.Min(id.Length, 50)] })));
        using var writer = new TreesWriter(folder);
        for (var tree = 0; tree < TreesOfPayloads; tree++)
        {
            var trees = TreesOf(ProblemOf(tree), [.. StepsOf(tree)], outcome);
            writer.Add(ProblemOf(tree), CompressedLines.Write(stream => ProblemTreesJson.Write(trees, stream)));
        }

        writer.Complete();
    }

    private void WriteMany(string folder)
    {
        var outcome = Outcome();
        File.WriteAllLines(
            Path.Combine(folder, ResultsWriter.OutcomesName),
            Enumerable.Range(0, ManyProblems).Select(i => OutcomeJson.Write(outcome with { ProblemId = $"problem-{i:000000}", Level = 1 + (i % 5) })));
    }

    private void WriteMathematics(string folder)
    {
        var outcome = Outcome() with { ProblemId = MathProblem, Subject = "algebra", Level = 3 };
        File.WriteAllLines(Path.Combine(folder, ResultsWriter.OutcomesName), [OutcomeJson.Write(outcome)]);
        using var writer = new TreesWriter(folder);
        var trees = MadeMathematics.Trees(MathProblem, outcome);
        writer.Add(MathProblem, CompressedLines.Write(stream => ProblemTreesJson.Write(trees, stream)));
        writer.Complete();
    }

    private TrialOutcome Outcome() => OutcomeJson.Read(File.ReadLines(Path.Combine(small.Results, ResultsWriter.OutcomesName)).First());

    private static ProblemTrees TreesOf(string id, string[] payloads, TrialOutcome outcome) => new(
        new Problem(id, payloads[0], payloads[1], payloads[2], 1),
        1,
        [payloads[3]],
        [.. payloads.Select((text, i) => new TreeStep(0, -1, i, text, 1, -1, Ending.Finished, 0.5, 1))],
        [.. payloads.Select(text => new TreeAnswer(text, false, Grading.Grades.GradeStatus.Graded))],
        [
            new TrialTree(
                outcome.Run, outcome.Seed, SearchEnd.Completed, 1, Cost.Zero,
                [.. payloads.Select((_, i) => new TreeNode(i, 1, 1, 1))],
                [.. payloads.Select((_, i) => new TreeCandidate(i, i, 0, i, 0.5))],
                [.. outcome.Selections.Select(_ => 0)]),
        ]);
}
