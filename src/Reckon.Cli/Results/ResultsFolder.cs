using System.Collections.Immutable;
using System.Text.Json;
using Reckon.Cli.Output;

namespace Reckon.Cli.Results;

/// <summary>A folder with the results of one sweep, locked by one run at a time until it is disposed.</summary>
internal sealed class ResultsFolder : IDisposable
{
    /// <summary>The file that says which sweep a folder belongs to.</summary>
    public const string SweepFileName = "sweep.json";

    private readonly FileStream _lock;

    private ResultsFolder(string path, FileStream held, ImmutableArray<string> amends) => (Path, _lock, Amends) = (path, held, amends);

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>The hashes of the sweeps that the folder's sweep adds to, the first one first.</summary>
    public ImmutableArray<string> Amends { get; }

    /// <summary>
    /// Opens the folder at <paramref name="path"/> for a sweep: creates it if it is missing, and resumes in it if it is the sweep's
    /// own. It belongs to no sweep before <see cref="Claim"/>.
    /// </summary>
    /// <param name="path">The folder.</param>
    /// <param name="specHash">The sweep's identity.</param>
    /// <exception cref="ResultsFolderException">
    /// It cannot be used, holds something else, or another run holds it. Nothing in it has been changed.
    /// </exception>
    public static ResultsFolder Open(string path, string specHash) => Open(path, SweepIdentity.Unknown(specHash), isAmending: false);

    /// <summary>As <see cref="Open(string, string)"/>, with more to say of a folder that belongs to another sweep.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="sweep">The sweep's identity.</param>
    /// <param name="isAmending">Whether the folder of a sweep to which this one only adds is taken, too.</param>
    /// <exception cref="ResultsFolderException">As there.</exception>
    public static ResultsFolder Open(string path, SweepIdentity sweep, bool isAmending)
    {
        var held = Lock(path);
        try
        {
            return new ResultsFolder(path, held, OwnerOf(path) switch
            {
                null => [],
                var owner when owner.SpecHash == sweep.SpecHash => owner.Amends,
                var owner when FolderConflict.Of(path, owner, sweep, isAmending) is { } conflict => throw conflict,
                var owner => [.. owner.Amends, owner.SpecHash],
            });
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Records which sweep the folder belongs to, unless that is already recorded.</summary>
    /// <exception cref="ResultsWriteException">It cannot be written to.</exception>
    public void Claim(SweepRecord sweep)
    {
        if (OwnerOf(Path)?.SpecHash != sweep.SpecHash)
        {
            DurableFile.Write(File(SweepFileName), [(sweep with { Identity = sweep.Identity with { Amends = Amends } }).Write()]);
        }
    }

    /// <summary>The sweep to which the folder at <paramref name="path"/> belongs; null when it belongs to none.</summary>
    /// <exception cref="ResultsFolderException">It does not say.</exception>
    public static SweepIdentity? OwnerOf(string path)
    {
        var file = System.IO.Path.Combine(path, SweepFileName);
        if (!System.IO.File.Exists(file))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(file));
            return SweepIdentity.Read(document.RootElement);
        }
        catch (Exception cause) when (
            cause is JsonException or KeyNotFoundException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw new ResultsFolderException(
                path, $"{SweepFileName} does not say which sweep the folder belongs to. Choose another folder with --out", cause);
        }
    }

    /// <summary>The path of the file <paramref name="name"/> in the folder.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Releases the folder. The lock's file stays: if it were deleted and created again, two runs could each hold one.</summary>
    public void Dispose() => _lock.Dispose();

    private static FileStream Lock(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            if (Directory.EnumerateFileSystemEntries(path).Any() && !IsOurs(path))
            {
                throw new ResultsFolderException(
                    path, $"the folder holds other files but no {SweepFileName}. Choose another folder with --out");
            }

            return LockFile.Hold(path);
        }
        catch (IOException cause) when (LockFile.IsHeldByAnother(cause))
        {
            throw new ResultsFolderException(
                path, "another run is writing to the folder. Wait for it, or choose another folder with --out", cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new ResultsFolderException(
                path, $"results cannot be written there: {cause.Message} Choose a folder that you can write to with --out", cause);
        }
    }

    // A run that died between lock and claim leaves only the lock's file and perhaps a draft.
    private static bool IsOurs(string path) =>
        System.IO.File.Exists(System.IO.Path.Combine(path, SweepFileName))
        || System.IO.File.Exists(System.IO.Path.Combine(path, LockFile.Name));
}
