namespace Reckon.Inference.Folders;

/// <summary>Looks at a file of a model's folder before it is opened: a pipe may never begin, and a device never end.</summary>
public static class FolderFile
{
    /// <summary>What is expected of the file and not so; null where it may be read to its end.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">Bytes that are read at most.</param>
    /// <exception cref="IOException">There is no such file, or it cannot be looked at.</exception>
    public static string? Fault(string path, long most = long.MaxValue)
    {
        if (Directory.Exists(path))
        {
            return "a file, not a folder";
        }

        // The size of the file itself, not of a link to it. Devices and pipes have none.
        var file = new FileInfo(path);
        var length = file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target.Length : file.Length;
        return length == 0 ? "a file that holds something, and is no device and no pipe"
            : length > most ? $"a file of at most {most >> 20} MiB"
            : null;
    }

    /// <summary>Whether the file is there and may be read to its end.</summary>
    public static bool IsReadable(string path) => Unreadable(path) is null;

    /// <summary>As <see cref="Fault"/>, of a file that may not be there, or be a link that leads nowhere.</summary>
    public static string? Unreadable(string path)
    {
        try
        {
            return Fault(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return "a readable file";
        }
    }
}
