namespace Reckon.Cli.Output;

/// <summary>Keeps the details of unexpected failures, so that the terminal gets one line and the report of a fault all of it.</summary>
/// <param name="folder">Where the files go; made when needed.</param>
/// <param name="time">Names the files.</param>
internal sealed class FaultLog(string folder, TimeProvider time)
{
    /// <summary>The log of this process.</summary>
    public static FaultLog OfProcess() => new(Path.Combine(Path.GetTempPath(), "reckon"), TimeProvider.System);

    /// <summary>Writes <paramref name="fault"/> down; returns the file, or null when even that fails.</summary>
    public string? Record(Exception fault)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var path = Path.Combine(folder, $"fault-{time.GetUtcNow():yyyyMMdd-HHmmss-fff}-{Environment.ProcessId}.log");
            File.WriteAllText(path, $"{fault}\n");
            return path;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
