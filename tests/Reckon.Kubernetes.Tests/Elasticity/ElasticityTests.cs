using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Reckon.Cli.Output;
using Reckon.Evaluation.Documents;
using Reckon.Kubernetes.Tests.Objects;
using Reckon.System.Tests.Processes;
using Reckon.Testing;

namespace Reckon.Kubernetes.Tests.Elasticity;

/// <summary>
/// The rendered chart on this machine, with real processes in place of pods, played by the arithmetic of its own ScaledObject. What a kubelet,
/// KEDA and a cloud do is done to it; what comes out has to be what one undisturbed process gives.
/// </summary>
public sealed class ElasticityTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(20);

    private static readonly TimeSpan _leastWork = TimeSpan.FromSeconds(8);

    // What SIGTERM does to a program that does not listen for it yet: 128 and its number.
    private static readonly int _killedBeforeItBegan = 128 + (int)ProcessSignal.Terminate;

    [Fact]
    public Task A_sweep_brings_workers_from_zero_and_lets_them_go_and_loses_nothing_to_scale_in_or_to_a_lost_node() =>
        PlayAsync(problems: 120, seeds: 1, lostNodes: 1);

    /// <summary><c>make elastic</c>: the same for minutes, with a node that is lost every few seconds (ELASTIC_SEEDS, ELASTIC_NODES).</summary>
    [Fact(Explicit = true)]
    public Task A_larger_sweep_on_nodes_that_are_lost_again_and_again() =>
        PlayAsync(problems: 500, Setting("ELASTIC_SEEDS", 4), Setting("ELASTIC_NODES", 8));

    private static async Task PlayAsync(int problems, int seeds, int lostNodes)
    {
        using var folder = new TempFolder();
        var objects = ObjectSet.Read(Chart.Render("keda"));
        var rule = KedaRule.Of(objects.Of<ScaledObject>().Single());
        var sweep = await LongSweepAsync(folder, problems, seeds);
        var expected = File.ReadAllText(folder.File("undisturbed/outcomes.jsonl"));

        await using var cluster = await PlayedCluster.StartAsync(objects);
        var play = new ElasticPlay(cluster, rule);
        await play.UntilAsync(() => Task.FromResult(play.Elapsed > 2 * rule.Polling), _patience);
        Assert.Equal((0, 0), (play.Wanted, cluster.Workers.Count)); // Without work there is nobody.

        var submitted = play.Elapsed;
        await cluster.SubmitAsync(sweep);
        await play.UntilAsync(() => IsDoneAsync(cluster, 0.25), _patience);
        play.Autoscaler.Max = 2; // As if somebody had lowered it: workers have to go in the middle of their work.
        var gone = cluster.Workers.Count(worker => worker.IsLeaving);
        await play.UntilAsync(() => IsDoneAsync(cluster, 0.5), _patience);
        var scaledIn = cluster.Workers.Count(worker => worker.IsLeaving) - gone;
        play.Autoscaler.Max = rule.Max;
        var lost = await LoseNodesAsync(cluster, play, lostNodes);
        await play.UntilAsync(cluster.IsFinishedAsync, _patience);
        var finished = play.Elapsed;
        var proposer = await cluster.PoolAsync(rule.Triggers.Single(trigger => trigger.Path.Contains("proposer", StringComparison.Ordinal)).Path);
        await play.UntilAsync(() => Task.FromResult(play.Wanted == 0), _patience);

        var took = await play.DeletionsAsync();
        Tell($"first token {play.FirstToken - submitted:ss\\.f} s after the sweep was handed in, with no worker; finished after {(finished - submitted).TotalSeconds:0.0} s, and"
            + $" the last worker was sent away {(play.Elapsed - finished).TotalSeconds:0.0} s later");
        play.Story.ForEach(Tell);
        Tell($"workers in all: {cluster.Workers.Count}, at once: {play.Peak}; sent away at work: {scaledIn}, nodes lost: {lost.Count}; longest end of a"
            + $" deleted pod {took.Max().TotalSeconds:0.0} s, of one on a lost node {lost.DefaultIfEmpty().Max().TotalSeconds:0.0} s");
        Tell(BusyShare(cluster));
        await AssertNothingLostAsync(cluster, expected, proposer.GeneratedTokens, folder.File("undisturbed/summary.json"));
        AssertPodsBehaved(cluster, play, took, scaledIn);
        await AssertMetricsExistAsync(cluster);
    }

    // One that takes a process a while, so that workers come and go before it ends: a fast machine gets more seeds. Its results are in 'undisturbed'.
    private static async Task<string> LongSweepAsync(TempFolder folder, int problems, int seeds)
    {
        while (true)
        {
            var sweep = SweepFileOnDisk.Write(folder, problems, sampling: $"seeds: [{string.Join(", ", Enumerable.Range(0, seeds))}]", strategies: """
                - bestOfN: { n: [16] }
                  - beam: { n: [16], width: 4 }
                """);
            var since = Stopwatch.GetTimestamp();
            using var run = ReckonProcess.Start("run", sweep, "--out", folder.File("undisturbed"));
            Assert.True(await run.ExitAsync(_patience) == ExitCode.Success, run.Error);
            var took = Stopwatch.GetElapsedTime(since);
            if (took >= _leastWork)
            {
                return sweep;
            }

            seeds = 1 + (int)Math.Ceiling(seeds * (_leastWork / took));
            Directory.Delete(folder.File("undisturbed"), recursive: true);
        }
    }

    private static async Task<List<TimeSpan>> LoseNodesAsync(PlayedCluster cluster, ElasticPlay play, int nodes)
    {
        var lost = new List<TimeSpan>();
        for (var node = 1; node <= nodes && !await cluster.IsFinishedAsync(); node++)
        {
            var share = 0.5 + (0.4 * node / (nodes + 1));
            await play.UntilAsync(() => IsDoneAsync(cluster, share), _patience);
            if (cluster.Staying is [var victim, ..])
            {
                lost.Add(await victim.LoseNodeAsync());
            }
        }

        return lost;
    }

    private static async Task<bool> IsDoneAsync(PlayedCluster cluster, double share)
    {
        var view = await cluster.SweepAsync();
        return view.Done >= share * view.Trials;
    }

    private static async Task AssertNothingLostAsync(PlayedCluster cluster, string expected, long generated, string summary)
    {
        var view = await cluster.SweepAsync();
        var outcomes = await cluster.OutcomesAsync();
        Assert.True(outcomes == expected, $"The outcomes differ.\n{cluster.Tell()}");
        var trials = expected.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(OutcomeJson.Read).ToList();
        Assert.Equal((trials.Count, 0), (view.Done, view.Failed));
        var once = JsonDocument.Parse(File.ReadAllText(summary)).RootElement.GetProperty("timing").GetProperty("generatedTokens").GetInt64();
        Tell(string.Create(
            CultureInfo.InvariantCulture,
            $"trials: {view.Done}, lost: {trials.Count - view.Done}; tokens drawn: {generated:N0}, in one process {once:N0}, so repeated: {generated - once:N0}"
            + $" ({100.0 * (generated - once) / once:0.0} %)"));
    }

    private static void AssertPodsBehaved(PlayedCluster cluster, ElasticPlay play, TimeSpan[] took, int scaledIn)
    {
        Assert.True(play.Peak >= 2 && scaledIn > 0, $"There was too little to do.\n{string.Join('\n', play.Story)}");
        Assert.All(cluster.Workers, worker => Assert.True(HasEndedWell(worker), $"{worker.Name} did not end well.\n{cluster.Tell()}"));
        Assert.All(took, time => Assert.InRange(time, TimeSpan.Zero, TimeSpan.FromSeconds(25)));
        Assert.All(cluster.Workers.Append(cluster.Coordinator).Append(cluster.Api), pod =>
        {
            Assert.Equal("", pod.Error);
            Assert.All(pod.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => JsonDocument.Parse(line).Dispose());
        });
        Assert.Contains(cluster.Workers, worker => worker.Output.Contains("ready: ", StringComparison.Ordinal)); // Some may go while they start.
    }

    private static bool HasEndedWell(PlayedPod worker) =>
        worker.HasExited && (worker.ExitCode == ExitCode.Success || (!worker.HasServed && worker.ExitCode == _killedBeforeItBegan));

    // What rules and dashboards ask for is what these processes tell.
    private static async Task AssertMetricsExistAsync(PlayedCluster cluster)
    {
        await cluster.Api.ReadMetricsAsync();
        var told = cluster.Workers.Append(cluster.Coordinator).Append(cluster.Api).SelectMany(pod => pod.Told);
        var used = new[] { "rules/reckon.yaml", "dashboards/reckon.json" }
            .SelectMany(file => MetricNames.UsedIn(File.ReadAllText(RepositoryRoot.PathTo(Chart.Folder, file)))).Distinct().ToList();
        Assert.True(used.Count > 10);
        Assert.Empty(used.Except(told));
    }

    private static string BusyShare(PlayedCluster cluster)
    {
        var lifetime = cluster.Workers.Sum(worker => worker.Lifetime.TotalSeconds);
        double Busy(string role) => cluster.Workers.Sum(worker => MetricNames.Sum(worker.Metrics, "reckon_inference_busy_time_total", $"role=\"{role}\""));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"of {lifetime:0.0} s of workers, the proposer had work in {100 * Busy("Proposer") / lifetime:0} %, the verifier in {100 * Busy("Verifier") / lifetime:0} %");
    }

    private static void Tell(string line) => Console.WriteLine($"elastic: {line}");

    private static int Setting(string name, int usual) =>
        Environment.GetEnvironmentVariable(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
}
