namespace Reckon.Cli.Output;

/// <summary>Saves the details of unexpected failures in files, so that the terminal only gets one line.</summary>
/// <param name="folder">Where the files go; made when needed.</param>
/// <param name="time">Names the files.</param>
internal sealed class FaultLog(string folder, TimeProvider time)
{
    /// <summary>The log of this process.</summary>
    public static FaultLog OfProcess() => new(Path.Combine(Path.GetTempPath(), "reckon"), TimeProvider.System);

    /// <summary>Writes <paramref name="fault"/> to a file and returns its path; null when even that fails.</summary>
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
