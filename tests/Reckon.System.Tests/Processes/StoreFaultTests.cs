using Reckon.Cli.Output;
using Reckon.Testing;

namespace Reckon.System.Tests.Processes;

public sealed class StoreFaultTests
{
    private const int Problems = 45; // Seconds of work, so that it is caught in the middle.

    [Fact]
    public async Task A_disk_without_room_is_told_before_anything_starts()
    {
        using var folder = new TempFolder();
        var sweep = SweepFileOnDisk.Write(folder, problems: 2);
        using var disk = TinyDisk.Mount(folder.File("disk"), kilobytes: 600);

        using var run = await ReckonProcess.RunAsync("run", sweep, "--out", disk.File("out"));

        Assert.Equal(ExitCode.Internal, run.ExitCode);
        Assert.Contains("disk is full", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(disk.File("out/store")));
    }

    [Fact]
    public async Task A_disk_that_fills_up_ends_the_run_with_a_remedy_and_the_run_goes_on_when_there_is_room()
    {
        using var folder = new TempFolder();
        var sweep = SweepFileOnDisk.Write(folder, 4 * Problems);
        using var disk = TinyDisk.Mount(folder.File("disk"), kilobytes: 64 << 10);
        using var victim = ReckonProcess.Start("run", sweep, "--out", disk.File("out"));
        await victim.UntilTrialsAsync(1);

        disk.Fill();

        Assert.Equal(ExitCode.Internal, await victim.ExitAsync());
        Assert.Contains("disk is full", victim.Error, StringComparison.Ordinal);
        Assert.Contains("same command", victim.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Unexpected", victim.Error, StringComparison.Ordinal);
        disk.Empty();
        using var last = await ReckonProcess.RunAsync("run", sweep, "--out", disk.File("out"));
        Assert.True(last.ExitCode == ExitCode.Success, last.Error);
    }

    [Fact]
    public async Task A_run_on_a_damaged_store_ends_with_the_results_of_an_undisturbed_one()
    {
        using var folder = new TempFolder();
        var sweep = SweepFileOnDisk.Write(folder, Problems);
        using var undisturbed = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("undisturbed"));
        using var victim = ReckonProcess.Start("run", sweep, "--out", folder.File("damaged"));
        await victim.UntilTrialsAsync(Problems);
        await victim.KillAsync();
        Assert.True(Scribble(folder.File("damaged/store/AOF/aof.log.0"), places: 40) > 10, "Too little was damaged to tell anything.");

        using var last = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("damaged"));

        Assert.True(last.ExitCode == ExitCode.Success, last.Error);
        Assert.Equal(File.ReadAllText(folder.File("undisturbed/outcomes.jsonl")), File.ReadAllText(folder.File("damaged/outcomes.jsonl")));
        Assert.DoesNotContain("paused", Log(folder.File("damaged/logs")),
            StringComparison.Ordinal); // What was damaged and read was made again.
    }

    // Into what nodes and problems saved: every n-th of the answers in the file. Returns how many were hit.
    private static int Scribble(string path, int places)
    {
        var store = File.ReadAllBytes(path);
        var marks = Marks(store).ToList();
        foreach (var mark in marks.Where((_, i) => i % Math.Max(1, marks.Count / places) == 0))
        {
            store.AsSpan(mark, 16).Fill((byte)'7');
        }

        File.WriteAllBytes(path, store);
        return Math.Min(places, marks.Count);
    }

    private static IEnumerable<int> Marks(byte[] store)
    {
        for (var at = 0; store.AsSpan(at).IndexOf("####"u8) is >= 0 and var next; at += next + 1)
        {
            yield return at + next;
        }
    }

    private static string Log(string folder) => string.Concat(Directory.EnumerateFiles(folder).Select(File.ReadAllText));
}
