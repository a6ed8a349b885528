using System.Globalization;

namespace Reckon.Cli.Hosting;

/// <summary>The memory that the container of this process may take.</summary>
internal static class ContainerMemory
{
    // Control groups of version 2 and 1, as a container sees its own.
    private static readonly string[] _files = ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"];

    private const long Endless = 1L << 60; // Version 1 writes a number near the largest for no limit.

    /// <summary>The limit in bytes; null where there is none.</summary>
    public static long? LimitBytes() => _files.Where(File.Exists).Select(file => Parse(File.ReadAllText(file))).FirstOrDefault();

    /// <summary>The limit that a file of the kernel says; null for none. Pure.</summary>
    public static long? Parse(string text) =>
        long.TryParse(text.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes < Endless ? bytes : null;
}
