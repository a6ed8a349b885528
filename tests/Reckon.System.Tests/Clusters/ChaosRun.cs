using System.Diagnostics;
using System.Globalization;
using Reckon.Cli.Output;
using Reckon.Search.Costs;
using Reckon.System.Tests.Processes;
using Reckon.System.Tests.Stores;
using Reckon.Testing;

namespace Reckon.System.Tests.Clusters;

/// <summary><c>make chaos</c>: a larger sweep under one fault after the other, in an order drawn from a seed. Takes minutes.</summary>
[Collection(ClusterCollection.Name)]
public sealed class ChaosRun
{
    private const int TrialsOfProblem = 5; // For each seed.
    private const int DiskKilobytes = 512 << 10;
    private const int MostTold = 5;

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(30);

    // Settings, as variables of the environment.
    private static readonly int _problems = Setting("CHAOS_PROBLEMS", 500);
    private static readonly int _seeds = Setting("CHAOS_SEEDS", 4);
    private static readonly int _rounds = Setting("CHAOS_ROUNDS", 3);
    private static readonly int _seed = Setting("CHAOS_SEED", 1);

    [Fact(Explicit = true)]
    public async Task A_sweep_under_every_fault_gives_the_bytes_of_an_undisturbed_one()
    {
        using var folder = new TempFolder();
        var sweep = SweepFileOnDisk.Write(folder, _problems, sampling: $"seeds: [{string.Join(", ", Enumerable.Range(0, _seeds))}]", strategies: """
            - bestOfN: { n: [1, 4, 16] }
              - beam: { n: [4, 16], width: 4 }
            """);
        using var run = ReckonProcess.Start("run", sweep, "--out", folder.File("undisturbed"));
        Assert.True(await run.ExitAsync(_patience) == ExitCode.Success, run.Error);
        using var network = SiloNetwork.TryCreate();
        using var clock = ShiftedClock.TryCreate();
        using var disk = TinyDisk.TryMount(folder.File("disk"), DiskKilobytes);
        var setup = new ClusterSetup { Coordinators = 2, Workers = 3, Redis = new RedisSetup { IsKept = true, Folder = disk?.Path } };
        await using var cluster = await ClusterOfProcesses.StartAsync(network?.Setup(setup) ?? setup);
        try
        {
            await cluster.SubmitAsync(sweep);
            var book = await DisturbAsync(cluster, (random, meter) => new ChaosFaults(cluster, meter, random, network, disk, clock));
            await UntilAllTrialsAsync(cluster);
            var view = await cluster.FinishedAsync();
            var isSame = await cluster.OutcomesAsync() == File.ReadAllText(folder.File("undisturbed/outcomes.jsonl"));
            string[] violations =
            [
                .. SweepAudit.Violations(
                    _seeds * TrialsOfProblem, Budget.Unlimited, await cluster.Store.OutcomesAsync(), await cluster.Store.TreesAsync()),
            ];
            book.Lines().Concat(violations.Take(MostTold)).ToList().ForEach(Tell);
            Tell(string.Create(
                CultureInfo.InvariantCulture,
                $"chaos: {book.Count} faults, {view.Done} trials of {view.Trials}, {view.Failed} failed, bytes equal: {(isSame ? "yes" : "no")},"
                + $" wrong in the stored trees: {violations.Length};"
                + $" longest stall after {book.Longest()}"));
            Assert.True(isSame && view.Failed == 0 && violations.Length == 0);
        }
        finally
        {
            File.WriteAllText(Path.Combine(Path.GetTempPath(), "reckon-chaos.log"), cluster.TellAll());
        }
    }

    private static async Task<FaultBook> DisturbAsync(ClusterOfProcesses cluster, Func<Random, StallMeter, ChaosFaults> faultsOf)
    {
        var (book, random) = (new FaultBook(), new Random(_seed));
        await using var meter = new StallMeter(cluster.Store);
        var faults = faultsOf(random, meter);
        await Wait.UntilAsync(async () => await cluster.Store.TrialsAsync() > 0);
        for (var round = 0; round < _rounds; round++)
        {
            foreach (var (kind, disturb) in Shuffled(faults.All, random))
            {
                if (await cluster.Store.TrialsAsync() >= AllTrials * 9 / 10)
                {
                    Tell("The sweep is nearly over; the remaining faults are left out. CHAOS_SEEDS makes it longer.");
                    return book;
                }

                var stall = await disturb();
                book.Add(kind, stall);
                var trials = await cluster.Store.TrialsAsync();
                Tell(string.Create(CultureInfo.InvariantCulture, $"{kind}: {stall.TotalSeconds:0.0} s; {trials} trials, load {Load()}"));
            }
        }

        return book;
    }

    private static int AllTrials => _problems * _seeds * TrialsOfProblem;

    private static T[] Shuffled<T>(IReadOnlyList<T> items, Random random)
    {
        var order = items.ToArray();
        random.Shuffle(order);
        return order;
    }

    private static async Task UntilAllTrialsAsync(ClusterOfProcesses cluster)
    {
        for (var (done, since) = (0L, Stopwatch.GetTimestamp()); done < AllTrials;)
        {
            await Task.Delay(500, TestContext.Current.CancellationToken);
            var now = await cluster.Store.TrialsAsync() ?? done;
            (done, since) = (now, now > done ? Stopwatch.GetTimestamp() : since);
            Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromMinutes(2), $"Stuck at {done} trials.\n{cluster.Tell()}");
        }
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static void Tell(string line) => Console.WriteLine(line);

    private static int Setting(string name, int usual) =>
        Environment.GetEnvironmentVariable(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
}
