using System.Diagnostics;

namespace Reckon.System.Tests.Processes;

/// <summary>
/// A disk of a few megabytes, in memory. Mounting one takes rights that not everybody has: without them the test is skipped.
/// </summary>
internal sealed class TinyDisk : IDisposable
{
    private TinyDisk(string path) => Path = path;

    public string Path { get; }

    /// <summary>Mounts a disk of <paramref name="kilobytes"/> at the folder <paramref name="path"/>, which is made.</summary>
    public static TinyDisk Mount(string path, int kilobytes)
    {
        var disk = TryMount(path, kilobytes);
        Assert.SkipWhen(disk is null, "No right to mount a small disk, which works on Linux alone.");
        return disk!;
    }

    /// <summary>The same; null where it cannot be.</summary>
    public static TinyDisk? TryMount(string path, int kilobytes)
    {
        Directory.CreateDirectory(path);
        return OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs", path) ? new TinyDisk(path) : null;
    }

    public string File(string name) => global::System.IO.Path.Combine(Path, name);

    /// <summary>Fills the disk to the last byte.</summary>
    public void Fill()
    {
        var block = new byte[4_096];
        try
        {
            using var filler = new FileStream(File("filler"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            while (true)
            {
                filler.Write(block);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    /// <summary>Makes room again.</summary>
    public void Empty() => global::System.IO.File.Delete(File("filler"));

    // Lazily: a process that still has a file open keeps it until then.
    public void Dispose() => Run("umount", "-l", Path);

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true });
        process!.WaitForExit();
        return process.ExitCode == 0;
    }
}
