using System.Globalization;

namespace Reckon.Cli.Output;

/// <summary>What the machine allows this process.</summary>
/// <param name="OpenFiles">Files that it may have open at once; null where that is not known.</param>
/// <param name="MemoryBytes">Memory that it may take, in bytes.</param>
internal sealed record ProcessLimits(long? OpenFiles, long MemoryBytes)
{
    /// <summary>Files that a run needs to open: its assemblies, the store's segments, logs and connections, with some to spare.</summary>
    public const int FilesNeeded = 512;

    private const string LimitsOfLinux = "/proc/self/limits";
    private const string OpenFilesOfLinux = "Max open files";

    /// <summary>Whether it may open fewer files than a run needs.</summary>
    public bool IsShortOfFiles => OpenFiles < FilesNeeded;

    /// <summary>The limits of this process.</summary>
    public static ProcessLimits OfProcess() => new(ReadOpenFiles(), GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);

    /// <summary>The limit of open files in <paramref name="lines"/>, as Linux lists limits; null where there is none.</summary>
    public static long? OpenFilesIn(IEnumerable<string> lines) => lines
        .Where(line => line.StartsWith(OpenFilesOfLinux, StringComparison.Ordinal))
        .Select(line => line[OpenFilesOfLinux.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(words => NumberIn(words.FirstOrDefault()))
        .FirstOrDefault();

    private static long? NumberIn(string? word) =>
        long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static long? ReadOpenFiles()
    {
        try
        {
            return File.Exists(LimitsOfLinux) ? OpenFilesIn(File.ReadLines(LimitsOfLinux)) : null;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
