using System.Text.Json;
using Reckon.Evaluation;

namespace Reckon.Cli;

/// <summary>A folder that takes the results of one sweep, held by one run at a time until it is disposed.</summary>
internal sealed class ResultsFolder : IDisposable
{
    /// <summary>The file that says which sweep a folder belongs to.</summary>
    public const string SweepFileName = "sweep.json";

    private const string LockFileName = ".lock";
    private const string HashKey = "specHash";

    private readonly FileStream _lock;

    private ResultsFolder(string path, FileStream held) => (Path, _lock) = (path, held);

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Takes the folder at <paramref name="path"/> for a sweep: makes it when it is not there, goes on in it when it is the sweep's own.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="spec">The sweep.</param>
    /// <param name="specHash">The sweep's identity.</param>
    /// <exception cref="ResultsFolderException">It holds something else, or another run holds it. Nothing in it has been changed.</exception>
    /// <exception cref="ResultsWriteException">It cannot be written to.</exception>
    public static ResultsFolder Open(string path, SweepSpec spec, string specHash)
    {
        var held = Lock(path);
        try
        {
            if (OwnerOf(path) is not { } owner)
            {
                Claim(path, spec, specHash);
            }
            else if (owner != specHash)
            {
                throw new ResultsFolderException(path, $"the folder holds the results of another sweep ({owner}). Choose another with --out, or delete it");
            }

            return new ResultsFolder(path, held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>The path of the file <paramref name="name"/> in the folder.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Gives the folder back. The lock's file stays: a file that is deleted and made anew would be two locks.</summary>
    public void Dispose() => _lock.Dispose();

    private static FileStream Lock(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new ResultsWriteException(path, cause);
        }

        var isStranger = Directory.EnumerateFileSystemEntries(path).Any() && !IsOurs(path);
        if (isStranger)
        {
            throw new ResultsFolderException(path, $"the folder holds other files and no {SweepFileName}. Choose another with --out");
        }

        try
        {
            return new FileStream(System.IO.Path.Combine(path, LockFileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException cause)
        {
            throw new ResultsWriteException(path, cause);
        }
        catch (IOException cause)
        {
            throw new ResultsFolderException(path, "another run is writing to the folder. Wait for it, or choose another with --out", cause);
        }
    }

    // A run that died between the lock and the claim leaves the lock's file, and perhaps a draft, alone.
    private static bool IsOurs(string path) =>
        System.IO.File.Exists(System.IO.Path.Combine(path, SweepFileName)) || System.IO.File.Exists(System.IO.Path.Combine(path, LockFileName));

    private static string? OwnerOf(string path)
    {
        var file = System.IO.Path.Combine(path, SweepFileName);
        if (!System.IO.File.Exists(file))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(file));
            return document.RootElement.GetProperty(HashKey).GetString() ?? "";
        }
        catch (Exception cause) when (cause is JsonException or KeyNotFoundException or InvalidOperationException or IOException)
        {
            throw new ResultsFolderException(path, $"{SweepFileName} does not say which sweep the folder belongs to. Choose another with --out", cause);
        }
    }

    private static void Claim(string path, SweepSpec spec, string specHash) => DurableFile.Write(
        System.IO.Path.Combine(path, SweepFileName), [$"{{\"{HashKey}\":\"{specHash}\",\"spec\":{SweepDocument.Write(spec)}}}\n"]);
}
