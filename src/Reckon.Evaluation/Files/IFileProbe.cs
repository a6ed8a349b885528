namespace Reckon.Evaluation.Files;

/// <summary>Tells which files there are, so that a sweep with a missing one is refused before it starts.</summary>
public interface IFileProbe
{
    /// <summary>Whether there is a file, not a folder, at <paramref name="path"/>. Never throws.</summary>
    bool Exists(string path);

    /// <summary>Whether there is a folder at <paramref name="path"/>. Never throws.</summary>
    bool IsFolder(string path);
}
