using System.Text.Json;

namespace Reckon.Cli.Results;

/// <summary>What a writer of trees that died has left.</summary>
internal static class TreesDraft
{
    /// <summary>
    /// Cuts the draft in <paramref name="folder"/> off after the last problem that is whole, in the index and in the files, and returns how
    /// many problems and files are left.
    /// </summary>
    public static (int Count, int Files) Cut(string folder, string indexName)
    {
        var index = Path.Combine(folder, indexName);
        List<TreesEntry> whole =
            File.Exists(index) ? [.. File.ReadLines(index).Select(TryRead).TakeWhile(entry => IsThere(folder, entry)).OfType<TreesEntry>()] : [];
        File.WriteAllText(index, string.Concat(whole.Select(entry => $"{entry.Write()}\n")));
        var files = whole.GroupBy(entry => entry.File).ToDictionary(file => file.Key, file => file.Max(entry => entry.Offset + entry.Length));
        foreach (var path in Directory.EnumerateFiles(folder).Where(path => Path.GetFileName(path) != indexName).ToList())
        {
            if (!files.TryGetValue(Path.GetFileName(path), out var length))
            {
                File.Delete(path);
                continue;
            }

            using var file = new FileStream(path, FileMode.Open, FileAccess.Write);
            file.SetLength(length);
        }

        return (whole.Count, files.Count);
    }

    private static bool IsThere(string folder, TreesEntry? entry) =>
        entry is not null && new FileInfo(Path.Combine(folder, Path.GetFileName(entry.File))) is { Exists: true } file
        && file.Length >= entry.Offset + entry.Length;

    private static TreesEntry? TryRead(string line)
    {
        try
        {
            return TreesEntry.Read(line);
        }
        catch (JsonException)
        {
            return null; // The last line, torn.
        }
    }
}
