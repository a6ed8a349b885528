using Reckon.Evaluation.Diagnostics;

namespace Reckon.Evaluation.Files;

/// <summary>The file system: the only place here that reads files.</summary>
public sealed class DiskFiles : IFileProbe
{
    /// <inheritdoc/>
    public bool Exists(string path) => File.Exists(path);

    /// <inheritdoc/>
    public bool IsFolder(string path) => Directory.Exists(path);

    /// <inheritdoc/>
    Validated<byte[]> IFileProbe.Read(string path, long maxBytes) => Read(path, maxBytes);

    /// <summary>
    /// The bytes of the file at <paramref name="path"/>, or the one fault that kept it from being read. An empty file is a fault.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="maxBytes">Larger files are refused unread.</param>
    public static Validated<byte[]> Read(string path, long maxBytes)
    {
        try
        {
            if (Directory.Exists(path))
            {
                return Fault(path, "this is a folder, not a file", "Name the file in it");
            }

            return Length(path) switch
            {
                0 => Fault(path, "the file is empty, or a device or a pipe, which have no size", "Name a file that holds something"),
                var length when length > maxBytes =>
                    Fault(path, $"the file has {length} bytes, more than the {maxBytes} that are read", "Is this another file?"),
                _ => new Validated<byte[]>.Valid(File.ReadAllBytes(path)),
            };
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return Fault(path, "there is no such file", "Correct the path");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Fault(path, $"the file cannot be read: {Quoted.Of(fault.Message)}", "Make it readable for this user");
        }
    }

    // The size of the file itself, not of a link to it. What has no size is never opened: a device may never end, a pipe never begin.
    private static long Length(string path)
    {
        var file = new FileInfo(path);
        return file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target.Length : file.Length;
    }

    private static Validated<byte[]>.Invalid Fault(string path, string message, string remedy) =>
        new([new Diagnostic(path, 0, 0, "", message, remedy)]);
}
