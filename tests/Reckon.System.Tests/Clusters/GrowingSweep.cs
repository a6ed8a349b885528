using System.Diagnostics;
using System.Globalization;
using Reckon.System.Tests.Processes;
using Reckon.Testing;

namespace Reckon.System.Tests.Clusters;

/// <summary>
/// A sweep that gets further seeds while a cluster runs it, so that it lasts as long as it is wanted, however fast the machine is.
/// </summary>
internal sealed class GrowingSweep(ClusterOfProcesses cluster, TempFolder folder, int problems, int seeds)
{
    private const int TrialsOfProblem = 5; // For each seed.
    private const int Enough = 200; // Trials, to know how fast it goes.

    private static readonly TimeSpan _ahead = TimeSpan.FromMinutes(1); // The longest fault is over by then.

    private int _seeds = seeds;
    private double _perSecond;
    private (long Trials, long At) _last;

    /// <summary>Its file, with the seeds that it has now.</summary>
    public string File { get; private set; } = "";

    /// <summary>Trials that it has now.</summary>
    public int Trials => problems * TrialsOfProblem * _seeds;

    /// <summary>Trials that each problem has now.</summary>
    public int TrialsOfEach => TrialsOfProblem * _seeds;

    /// <summary>Hands it in, and waits until it is known how fast it goes.</summary>
    public async Task BeginAsync()
    {
        Write();
        await cluster.SubmitAsync(File);
        await Wait.UntilAsync(async () => await cluster.DoneAsync() > 0);
        _last = (0, Stopwatch.GetTimestamp());
        await Wait.UntilAsync(async () => await cluster.DoneAsync() >= Enough, () => cluster.Tell());
    }

    /// <summary>Adds seeds, unless it lasts for the next fault as it is.</summary>
    public async Task ProlongAsync()
    {
        var done = await DoneAsync();
        var needed = _perSecond * _ahead.TotalSeconds;
        if (Trials - done < needed)
        {
            _seeds = (int)Math.Ceiling((done + 2 * needed) / (problems * TrialsOfProblem));
            Write();
            await Wait.UntilAsync(() => cluster.TryAmendAsync(File), () => cluster.Tell());
        }
    }

    /// <summary>Waits until all trials are done. How long that takes is not known; that no further one gets done is a fault.</summary>
    public async Task EndAsync()
    {
        for (var done = 0L; done < Trials;)
        {
            var before = done;
            await Wait.UntilAsync(
                async () => (done = await cluster.DoneAsync() ?? before) > before, () => $"Stuck at {before} trials.\n{cluster.Tell()}");
        }
    }

    // The fastest that was seen: faults slow it down. By the store: an amended sweep counts anew, and what it has already at once.
    private async Task<long> DoneAsync()
    {
        var done = 0L;
        await Wait.UntilAsync(async () => (done = await cluster.Store.TrialsAsync() ?? 0) > 0, () => cluster.Tell());
        var now = Stopwatch.GetTimestamp();
        _perSecond = Math.Max(_perSecond, (done - _last.Trials) / Stopwatch.GetElapsedTime(_last.At, now).TotalSeconds);
        _last = (done, now);
        return done;
    }

    private void Write() => File = SweepFileOnDisk.Write(
        folder, problems, name: string.Create(CultureInfo.InvariantCulture, $"seeds-{_seeds}.yaml"),
        sampling: $"seeds: [{string.Join(", ", Enumerable.Range(0, _seeds))}]", strategies: """
            - bestOfN: { n: [1, 4, 16] }
              - beam: { n: [4, 16], width: 4 }
            """);
}
