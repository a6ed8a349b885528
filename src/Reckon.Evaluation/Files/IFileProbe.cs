using Reckon.Evaluation.Diagnostics;

namespace Reckon.Evaluation.Files;

/// <summary>
/// Tells which files there are, so that a sweep with a missing one is refused before it starts; and reads those that are part of a sweep.
/// </summary>
public interface IFileProbe
{
    /// <summary>Whether there is a file, not a folder, at <paramref name="path"/>. Never throws.</summary>
    bool Exists(string path);

    /// <summary>Whether there is a folder at <paramref name="path"/>. Never throws.</summary>
    bool IsFolder(string path);

    /// <summary>The bytes of the file at <paramref name="path"/>, or the one fault that kept it from being read. Never throws.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maxBytes">Larger files are refused.</param>
    Validated<byte[]> Read(string path, long maxBytes);
}
