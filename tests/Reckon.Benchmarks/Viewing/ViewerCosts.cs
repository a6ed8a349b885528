using System.Diagnostics;
using System.Globalization;
using Reckon.Benchmarks.Machine;
using Reckon.Benchmarks.Scale;
using Reckon.Storage;
using Reckon.Testing;

namespace Reckon.Benchmarks.Viewing;

/// <summary>
/// What those who keep the dashboard's page of a sweep open cost it: processor seconds of the API and the coordinator that come with them, over
/// those of the whole cluster without them, by turns within one run of real models. Browsers' own time is not counted: they are elsewhere.
/// </summary>
internal static class ViewerCosts
{
    private const string Name = "viewers";
    private const string SweepId = "looked-at";

    private static readonly TimeSpan _window = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan _settling = TimeSpan.FromSeconds(3);

    public static Task<int> RunAsync(string[] arguments) => arguments switch
    {
        ["clients", var url, var count] => ViewerClients.RunAsync(url, SweepId, Number(count)),
        _ => MeasureAsync(Number(arguments.ElementAtOrDefault(0) ?? "200"), Number(arguments.ElementAtOrDefault(1) ?? "5")),
    };

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static async Task<int> MeasureAsync(int viewers, int rounds)
    {
        using var folder = new TempFolder();
        var url = $"http://127.0.0.1:{FreePort.Find()}";
        using var cluster = await ClusterUpAsync(folder, url);
        using var submitted = await ReckonProcess.RunAsync(
            "submit", folder.Write("sweep.yaml", Spec()), "--id", SweepId, "--server", url, "--why", "to be looked at");
        Console.WriteLine(submitted.ExitCode == 0 ? "the sweep runs" : submitted.Error);
        await Task.Delay(_window);
        List<double> shares = [];
        for (var round = 0; round < rounds; round++)
        {
            shares.Add(await PairAsync(cluster, url, viewers, isFirst: round % 2 == 0));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"median of {rounds} pairs: {viewers} viewers cost {100 * Median.Of(shares):f2} % of the cluster's processor time without them"));
        cluster.SendInterrupt();
        await cluster.ExitAsync();
        return 0;
    }

    // By turns the one and the other comes first: what changes slowly then favours neither.
    private static async Task<double> PairAsync(ReckonProcess cluster, string url, int viewers, bool isFirst)
    {
        var before = isFirst ? await ViewerWindow.MeasureAsync(cluster.Id, _window) : null;
        ViewerWindow with;
        using (var clients = new ScaleChild(["clients", url, viewers.ToString(CultureInfo.InvariantCulture)], Name))
        {
            await Task.Delay(_settling); // What is sent at first is not what it costs to keep a page open.
            with = await ViewerWindow.MeasureAsync(cluster.Id, _window);
            End(clients.Id);
        }

        await Task.Delay(isFirst ? TimeSpan.Zero : _settling);
        var without = before ?? await ViewerWindow.MeasureAsync(cluster.Id, _window);
        var share = (with.Serving - without.Serving) / without.All;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"without {without}; with {viewers} {with}: {100 * share:f2} %, load {MachineLoad.OfLastMinute():f1}"));
        return share;
    }

    private static async Task<ReckonProcess> ClusterUpAsync(TempFolder folder, string url)
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = 3; // The coordinator, the worker, the API.
        var process = ReckonProcess.Start(
            line =>
            {
                if (line.Contains("(process ", StringComparison.Ordinal) && Interlocked.Decrement(ref waiting) == 0)
                {
                    ready.TrySetResult();
                }
            },
            "up", "--workers", "1", "--folder", folder.File("cluster"), "--url", url,
            "--proposer", RepositoryRoot.PathTo("models", "abacus-proposer"), "--verifier", RepositoryRoot.PathTo("models", "abacus-prm"));
        await ready.Task;
        return process;
    }

    private static string Spec() => $$"""
        apiVersion: reckon/v1
        kind: Sweep
        name: {{SweepId}}
        dataset: { path: {{RepositoryRoot.PathTo("datasets", "abacus", "test.jsonl")}}, limit: 500 }
        models: { proposer: {{RepositoryRoot.PathTo("models", "abacus-proposer")}}, verifier: {{RepositoryRoot.PathTo("models", "abacus-prm")}} }
        seeds: [0, 1, 2, 3, 4, 5, 6, 7]
        sampling: { temperature: 0.8, maxStepTokens: 64, maxAnswerTokens: 192 }
        strategies:
          - bestOfN: { n: [1, 4, 16, 64, 256] }
          - beam: { n: [4, 16, 64, 256], width: 4 }
        selections: [majority, best, weighted]
        aggregation: last
        """;

    private static void End(int process)
    {
        using var child = Process.GetProcessById(process);
        child.Kill();
        child.WaitForExit();
    }
}
