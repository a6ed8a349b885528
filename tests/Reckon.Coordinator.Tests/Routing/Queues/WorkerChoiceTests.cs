using Reckon.Coordinator.Routing.Queues;

namespace Reckon.Coordinator.Tests.Routing.Queues;

public sealed class WorkerChoiceTests
{
    [Fact]
    public void Prefers_the_holder_of_the_prefix_while_it_has_room() =>
        Assert.Equal("b", Pick("b", Load("a", 0), Load("b", 7), Load("c", 0)));

    [Fact]
    public void Passes_a_holder_without_room_over() =>
        Assert.NotEqual("b", Pick("b", Load("a", 0), Load("b", 8), Load("c", 0)));

    [Fact]
    public void Takes_the_earlier_holder_when_the_latest_has_no_room() =>
        Assert.Equal("c", Pick(new Holders(Latest: "b", Earlier: "c"), Load("a", 0), Load("b", 8), Load("c", 7)));

    [Fact]
    public void Never_picks_a_worker_that_rests()
    {
        var resting = Load("a", 1);
        resting.Return(1, SendingOutcome.Full, new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)), TimeSpan.Zero);

        Assert.Equal("b", Pick("a", resting, Load("b", 7)));
    }

    [Fact]
    public void Picks_nobody_when_all_are_full() => Assert.Null(Pick(null, Load("a", 8), Load("b", 8)));

    [Fact]
    public void Of_two_workers_the_less_loaded_is_always_taken() => Assert.All(
        Enumerable.Range(0, 100),
        seed => Assert.Equal("b", PickBy(seed, [Load("a", 2), Load("b", 1)])));

    [Fact]
    public void Of_three_workers_the_most_loaded_is_never_taken_and_each_other_one_is()
    {
        WorkerLoad[] workers = [Load("a", 2), Load("b", 1), Load("c", 1)];
        var taken = Enumerable.Range(0, 100).Select(seed => PickBy(seed, workers));

        Assert.Equal(["b", "c"], taken.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Two_choices_keep_many_workers_nearly_level()
    {
        var workers = Enumerable.Range(0, 20).Select(i => new WorkerLoad(new WorkerEntry($"{i}", Rows: 1_000, Room: 1_000))).ToList();
        var random = new Random(7);
        for (var i = 0; i < 2_000; i++)
        {
            WorkerChoice.Pick(workers, default, weight: 1, TimeSpan.Zero, random)!.Send(1);
        }

        // One random choice would spread by about ±30 here; two stay within a few (log log n).
        Assert.InRange(workers.Max(worker => worker.InFlight) - workers.Min(worker => worker.InFlight), 0, 8);
    }

    private static string? Pick(string? latest, params WorkerLoad[] workers) => Pick(new Holders(latest, null), workers);

    private static string? Pick(Holders holders, params WorkerLoad[] workers) =>
        WorkerChoice.Pick(workers, holders, weight: 1, TimeSpan.Zero, new Random(1))?.Key;

    private static string? PickBy(int seed, WorkerLoad[] workers) =>
        WorkerChoice.Pick(workers, default, weight: 1, TimeSpan.Zero, new Random(seed))?.Key;

    private static WorkerLoad Load(string key, int inFlight)
    {
        var load = new WorkerLoad(new WorkerEntry(key, Rows: 8, Room: 8));
        load.Send(inFlight);
        return load;
    }
}
