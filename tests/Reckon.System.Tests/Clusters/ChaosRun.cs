using System.Globalization;
using Reckon.Cli.Output;
using Reckon.Search.Costs;
using Reckon.System.Tests.Processes;
using Reckon.System.Tests.Stores;
using Reckon.Testing;

namespace Reckon.System.Tests.Clusters;

/// <summary>
/// <c>make chaos</c>: every fault, one after the other in an order drawn from a seed, to a sweep that grows until they are over. Takes
/// minutes.
/// </summary>
[Collection(ClusterCollection.Name)]
public sealed class ChaosRun
{
    private const int DiskKilobytes = 2 << 20;
    private const int MostTold = 5;

    private static readonly TimeSpan _patience = TimeSpan.FromHours(1);

    // Settings, as variables of the environment. Seeds are those that the sweep begins with.
    private static readonly int _problems = Setting("CHAOS_PROBLEMS", 500);
    private static readonly int _seeds = Setting("CHAOS_SEEDS", 2);
    private static readonly int _rounds = Setting("CHAOS_ROUNDS", 1);
    private static readonly int _seed = Setting("CHAOS_SEED", 1);

    [Fact(Explicit = true)]
    public async Task A_sweep_under_every_fault_gives_the_bytes_of_an_undisturbed_one()
    {
        using var folder = new TempFolder();
        using var network = SiloNetwork.TryCreate();
        using var clock = ShiftedClock.TryCreate();
        using var disk = TinyDisk.TryMount(folder.File("disk"), DiskKilobytes);
        var setup = new ClusterSetup { Coordinators = 2, Workers = 3, Redis = new RedisSetup { IsKept = true, Folder = disk?.Path } };
        await using var cluster = await ClusterOfProcesses.StartAsync(network?.Setup(setup) ?? setup);
        try
        {
            var sweep = new GrowingSweep(cluster, folder, _problems, _seeds);
            await sweep.BeginAsync();
            var book = await DisturbAsync(cluster, sweep, (random, meter) => new ChaosFaults(cluster, meter, random, network, disk, clock));
            await sweep.EndAsync();
            await AssertUnharmedAsync(cluster, sweep, book, await UndisturbedAsync(sweep, folder.File("undisturbed")));
        }
        finally
        {
            File.WriteAllText(Path.Combine(Path.GetTempPath(), "reckon-chaos.log"), cluster.TellAll());
        }
    }

    private static async Task<FaultBook> DisturbAsync(
        ClusterOfProcesses cluster, GrowingSweep sweep, Func<Random, StallMeter, ChaosFaults> faultsOf)
    {
        var (book, random) = (new FaultBook(), new Random(_seed));
        await using var meter = new StallMeter(cluster.Store);
        var faults = faultsOf(random, meter);
        Tell($"{faults.All.Count} kinds of faults; left out, for what the machine has not: {faults.LeftOut}");
        for (var round = 0; round < _rounds; round++)
        {
            foreach (var (kind, disturb) in Shuffled(faults.All, random))
            {
                await sweep.ProlongAsync();
                var stall = await disturb();
                book.Add(kind, stall);
                var done = await cluster.DoneAsync();
                Tell(string.Create(
                    CultureInfo.InvariantCulture, $"{kind}: {stall.TotalSeconds:0.0} s; {done} trials of {sweep.Trials}, load {Load()}"));
            }
        }

        return book;
    }

    private static async Task<string> UndisturbedAsync(GrowingSweep sweep, string folder)
    {
        using var run = ReckonProcess.Start("run", sweep.File, "--out", folder);
        Assert.True(await run.ExitAsync(_patience) == ExitCode.Success, run.Error);
        return File.ReadAllText(Path.Combine(folder, "outcomes.jsonl"));
    }

    private static async Task AssertUnharmedAsync(ClusterOfProcesses cluster, GrowingSweep sweep, FaultBook book, string undisturbed)
    {
        var view = await cluster.FinishedAsync();
        var isSame = await cluster.OutcomesAsync() == undisturbed;
        string[] violations =
        [
            .. SweepAudit.Violations(
                sweep.TrialsOfEach, Budget.Unlimited, await cluster.Store.OutcomesAsync(), await cluster.Store.TreesAsync()),
        ];
        book.Lines().Concat(violations.Take(MostTold)).ToList().ForEach(Tell);
        Tell(string.Create(
            CultureInfo.InvariantCulture,
            $"chaos: {book.Count} faults, {view.Done} trials of {view.Trials}, {view.Failed} failed,"
            + $" bytes equal: {(isSame ? "yes" : "no")}, wrong in the stored trees: {violations.Length};"
            + $" longest stall after {book.Longest()}"));
        Assert.True(isSame && view.Failed == 0 && violations.Length == 0);
    }

    private static T[] Shuffled<T>(IReadOnlyList<T> items, Random random)
    {
        var order = items.ToArray();
        random.Shuffle(order);
        return order;
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static void Tell(string line) => Console.WriteLine(line);

    private static int Setting(string name, int usual) =>
        Environment.GetEnvironmentVariable(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
}
