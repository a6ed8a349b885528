using CsCheck;
using Reckon.Contracts.Pools;
using Reckon.Contracts.Workers;
using Reckon.Coordinator.Pools;
using Reckon.Coordinator.Routing;

namespace Reckon.Coordinator.Tests.Pools;

public sealed class PoolTotalsPropertyTests
{
    private const int Workers = 4;
    private const int Routers = 2;

    // What happens: a worker serves a call of a router, joins or leaves; the numbers choose which and how much.
    private static readonly Gen<(int Kind, int Worker, int Router, int Tokens)[]> _histories =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, Workers - 1], Gen.Int[0, Routers - 1], Gen.Int[1, 50]).Array[0, 80];

    [Fact]
    public void Whoever_serves_joins_and_leaves_the_tokens_and_workers_are_exact() => _histories.Sample(
        history =>
        {
            var done = new long[Workers];
            var present = new bool[Workers];
            ReportBook[] books = [.. Enumerable.Range(0, Routers).Select(_ => new ReportBook())];
            foreach (var (kind, worker, router, tokens) in history)
            {
                present[worker] = kind == 0 ? !present[worker] : present[worker];
                if (kind > 0 && present[worker])
                {
                    done[worker] += tokens;
                    books[router].Note(Report(worker, done[worker]));
                }
            }

            var status = Totals(books, done, present).Of("p");

            Assert.Equal(done.Sum(), status.Workload.GeneratedTokens);
            Assert.Equal(present.Count(isThere => isThere), status.Workers);
        },
        iter: 1_000);

    private static PoolTotals Totals(ReportBook[] books, long[] done, bool[] present)
    {
        int[] alive = [.. Enumerable.Range(0, Workers).Where(worker => present[worker])];
        return new PoolTotals(
            [.. books.Select(book => new RouterFigures([], [.. alive.Select(Worker)], book.All))],
            [.. alive.Where(worker => worker % 2 == 0).Select(worker => Report(worker, done[worker]))], // The others do not answer.
            alive.Select(worker => $"w{worker}").ToHashSet());
    }

    private static WorkerDescription Worker(int worker) => new(
        $"w{worker}", [new ServedModel("p", 1, 1, "model", "1", "f", ServedRole.Proposer, 1, 1, IsRepeatable: true)], "1.0",
        IsDraining: false);

    private static WorkerReport Report(int worker, long tokens) =>
        new($"w{worker}", 1, 0, 0, tokens, 0, 0, TimeSpan.Zero, TimeSpan.FromSeconds(tokens)) { Pool = "p" };
}
