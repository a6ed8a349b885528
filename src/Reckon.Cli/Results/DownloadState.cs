using System.Text.Json;

namespace Reckon.Cli.Results;

/// <summary>How much of a sweep's results a folder has got from a cluster: the file <c>download.json</c>, until all is there.</summary>
/// <param name="Key">How the sweep stood. Where it has got on since, all is fetched anew.</param>
/// <param name="HasTrees">Whether all trees are there.</param>
/// <param name="HasOutcomes">Whether all outcomes are there.</param>
/// <param name="Cursor">Where the next page of outcomes begins; null for the first.</param>
/// <param name="Bytes">Bytes of the outcomes before it.</param>
internal sealed record DownloadState(string Key, bool HasTrees = false, bool HasOutcomes = false, string? Cursor = null, long Bytes = 0)
{
    private const string FileName = "download.json";

    /// <summary>What a folder has of the sweep that stands as <paramref name="key"/> says; null where it has nothing of use.</summary>
    public static DownloadState? TryRead(ResultsFolder folder, string key)
    {
        try
        {
            var state = JsonSerializer.Deserialize<DownloadState>(File.ReadAllText(folder.File(FileName)));
            return state?.Key == key ? state : null;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Records it.</summary>
    /// <exception cref="ResultsWriteException">It cannot be written.</exception>
    public DownloadState Save(ResultsFolder folder)
    {
        DurableFile.Write(folder.File(FileName), [JsonSerializer.Serialize(this)]);
        return this;
    }

    /// <summary>Forgets it: all is there.</summary>
    public static void Delete(ResultsFolder folder) => File.Delete(folder.File(FileName));
}
