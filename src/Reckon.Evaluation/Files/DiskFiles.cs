namespace Reckon.Evaluation;

/// <summary>The file system: the only place here that reads files.</summary>
public sealed class DiskFiles : IFileProbe
{
    /// <inheritdoc/>
    public bool Exists(string path) => File.Exists(path);

    /// <summary>The bytes of the file at <paramref name="path"/>, or the one fault that kept it from being read.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maxBytes">Larger files are refused unread.</param>
    public static Validated<byte[]> Read(string path, long maxBytes)
    {
        try
        {
            var length = new FileInfo(path).Length;
            return length <= maxBytes
                ? new Validated<byte[]>.Valid(File.ReadAllBytes(path))
                : Fault(path, $"the file has {length} bytes, more than the {maxBytes} that are read", "Is this another file?");
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return Fault(path, "there is no such file", "Correct the path");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Fault(path, $"the file cannot be read: {Quoted.Of(fault.Message)}", "See to it that this user can read it");
        }
    }

    private static Validated<byte[]>.Invalid Fault(string path, string message, string remedy) =>
        new([new Diagnostic(path, 0, 0, "", message, remedy)]);
}
