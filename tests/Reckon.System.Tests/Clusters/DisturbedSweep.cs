using System.Diagnostics;
using System.Globalization;
using Reckon.Cli.Output;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Outcomes;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.System.Tests.Processes;
using Reckon.Testing;
using Xunit.Sdk;

namespace Reckon.System.Tests.Clusters;

/// <summary>
/// One sweep that clusters run while something happens to them. What it must give comes from a run in one process, and from a cluster to
/// which nothing happens.
/// </summary>
public sealed class DisturbedSweep : IDisposable
{
    private const int Problems = 48;
    private const int TrialsOfProblem = 8;
    private const int Trials = Problems * TrialsOfProblem;
    private const int TokensOfTrial = 1_500; // Some could use more, and end before.

    private readonly TempFolder _folder = new();
    private readonly Lazy<Task<(string Outcomes, IReadOnlyList<string> Contents)>> _undisturbed;

    public DisturbedSweep() => _undisturbed = new(UndisturbedAsync);

    /// <summary>Has a cluster run the sweep, <paramref name="disturb"/>s it when a part of the trials is done, and compares everything.</summary>
    /// <param name="disturb">What happens to the cluster.</param>
    /// <param name="coordinators">Coordinators at the start.</param>
    /// <param name="workers">Workers at the start.</param>
    /// <param name="check">What else has to be so at the end.</param>
    internal Task RunAsync(
        Func<ClusterOfProcesses, Task> disturb, int coordinators = 1, int workers = 2,
        Func<ClusterOfProcesses, Task>? check = null) =>
        RunAsync(new ClusterSetup { Coordinators = coordinators, Workers = workers }, disturb, check);

    /// <summary>The same, with another Redis, or processes that are started in other ways.</summary>
    internal async Task RunAsync(ClusterSetup setup, Func<ClusterOfProcesses, Task> disturb, Func<ClusterOfProcesses, Task>? check = null)
    {
        var undisturbed = await _undisturbed.Value;
        var since = Stopwatch.GetTimestamp();
        await using var cluster = await ClusterOfProcesses.StartAsync(setup);
        await TellingAsync(cluster, async () =>
        {
            TellTime("the cluster serves", since);
            await cluster.SubmitAsync(SweepFile());
            await Wait.UntilAsync(async () => await cluster.Store.TrialsAsync() >= Trials / 8);
            TellTime("it is disturbed", since);
            await disturb(cluster);
            var trials = await cluster.Store.TrialsAsync();
            TellTime($"that is over, at {trials} of {Trials} trials", since);
            var (outcomes, contents) = await FinishAsync(cluster);
            TellTime("the sweep is finished", since);
            AssertSame(undisturbed.Outcomes.Split('\n'), outcomes.Split('\n'));
            AssertSame(undisturbed.Contents, contents);
            await (check?.Invoke(cluster) ?? Task.CompletedTask);
        });
    }

    /// <summary>Waits until the store has everything, and no longer.</summary>
    internal static Task UntilDoneAsync(ClusterOfProcesses cluster) => Wait.UntilAsync(
        async () => await cluster.Store.TrialsAsync() == Trials && cluster.Store.ProblemsDone() == Problems,
        () => $"{cluster.Store.ProblemsDone()} of {Problems} problems are done.");

    public void Dispose() => _folder.Dispose();

    private string SweepFile() => SweepFileOnDisk.Write(
        _folder, Problems, sampling: $"seeds: [0, 1]\nsampling: {{ temperature: 0.8, maxStepTokens: 64, maxAnswerTokens: 192 }}\nbudget: {{ tokens: {TokensOfTrial} }}", strategies: """
            - bestOfN: { n: [1, 4, 16] }
              - beam: { n: [16], width: 4 }
            """);

    private async Task<(string Outcomes, IReadOnlyList<string> Contents)> UndisturbedAsync()
    {
        var sweep = SweepFile();
        await using var cluster = await ClusterOfProcesses.StartAsync(workers: 1);
        using var run = await ReckonProcess.RunAsync("run", sweep, "--out", _folder.File("undisturbed"));
        Assert.True(run.ExitCode == ExitCode.Success, run.Error);
        var expected = File.ReadAllText(_folder.File("undisturbed/outcomes.jsonl"));
        Assert.Contains(expected.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => OutcomeJson.Read(line).End == SearchEnd.BudgetExhausted);
        var contents = await TellingAsync(cluster, async () =>
        {
            await cluster.SubmitAsync(sweep);
            var (outcomes, contents) = await FinishAsync(cluster);
            AssertSame(expected.Split('\n'), outcomes.Split('\n'));
            return contents;
        });
        return (expected, contents);
    }

    // Nothing lost, nothing counted twice, no budget exceeded.
    private static async Task<(string Outcomes, IReadOnlyList<string> Contents)> FinishAsync(ClusterOfProcesses cluster)
    {
        await UntilDoneAsync(cluster);
        var view = await cluster.FinishedAsync();
        var text = await cluster.OutcomesAsync();
        TrialOutcome[] outcomes = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(OutcomeJson.Read)];
        Assert.Equal(
            (Trials, Trials, 0L, outcomes.Sum(outcome => outcome.Cost.Tokens)), (outcomes.Length, view.Done, view.Failed, view.Tokens));
        var stored = await cluster.Store.OutcomesAsync();
        Assert.Empty(SweepAudit.Violations(TrialsOfProblem, new Budget(Tokens: TokensOfTrial), stored, await cluster.Store.TreesAsync()).Take(3));
        return (text, await cluster.Store.ContentsAsync());
    }

    private static void TellTime(string what, long since) => TestContext.Current.TestOutputHelper?.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s: {what}"));

    // The first differences are enough.
    private static void AssertSame(IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        Assert.Empty(expected.Except(actual).Take(3).Select(line => $"missing: {line}"));
        Assert.Empty(actual.Except(expected).Take(3).Select(line => $"too much: {line}"));
        Assert.Equal(expected.Count, actual.Count);
    }

    private static Task<bool> TellingAsync(ClusterOfProcesses cluster, Func<Task> test) => TellingAsync(cluster, async () =>
    {
        await test();
        return true;
    });

    private static async Task<T> TellingAsync<T>(ClusterOfProcesses cluster, Func<Task<T>> test)
    {
        try
        {
            return await test();
        }
        catch (Exception cause)
        {
            throw new XunitException($"{cause.GetType().Name}: {cause.Message}\n{cluster.Tell()}", cause);
        }
    }
}
