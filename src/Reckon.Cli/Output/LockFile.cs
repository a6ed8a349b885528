namespace Reckon.Cli.Output;

/// <summary>A file that marks a folder as in use by one process. The system takes the mark away when the process ends, however it does.</summary>
internal static class LockFile
{
    /// <summary>Its name.</summary>
    public const string Name = ".lock";

    // The error codes for a lock that another process holds: on Linux, macOS and Windows.
    private static readonly int[] _heldByAnother = [11, 35, unchecked((int)0x80070020)];

    /// <summary>Marks <paramref name="folder"/>, which exists, until the result is disposed.</summary>
    /// <exception cref="IOException">It cannot be marked: see <see cref="IsHeldByAnother"/>.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written to.</exception>
    public static FileStream Hold(string folder) =>
        new(Path.Combine(folder, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Whether a folder could not be marked because another process has marked it.</summary>
    public static bool IsHeldByAnother(IOException cause) => _heldByAnother.Contains(cause.HResult);
}
