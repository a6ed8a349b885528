using System.Runtime.CompilerServices;

namespace Reckon.Cli.Running;

/// <summary>
/// The free room on a run's disk. The store never answers again once a write has found the disk full, so a run stops
/// before that.
/// </summary>
/// <param name="folder">Where the run writes; it exists.</param>
/// <param name="freeBytes">How many bytes are free on a folder's disk; null when unknown.</param>
internal sealed class DiskRoom(string folder, Func<string, long?> freeBytes)
{
    /// <summary>What must be free for a run to start, in bytes.</summary>
    public const long NeededToStart = 16 << 20;

    /// <summary>What must be free for a run to continue, in bytes: a second's writes, and the results of a small sweep.</summary>
    public const long NeededToContinue = 8 << 20;

    /// <summary>The room on the disk of <paramref name="folder"/>.</summary>
    public static DiskRoom Around(string folder) => new(folder, FreeBytes);

    /// <summary>Checks that a run can start.</summary>
    /// <exception cref="DiskFullException">There is too little room.</exception>
    public void CheckForStart() => Check(NeededToStart);

    /// <summary>Passes <paramref name="updates"/> on, and checks the disk at each.</summary>
    /// <exception cref="DiskFullException">There is too little room to continue.</exception>
    public async IAsyncEnumerable<T> GuardAsync<T>(
        IAsyncEnumerable<T> updates, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var update in updates.WithCancellation(cancellationToken))
        {
            Check(NeededToContinue);
            yield return update;
        }
    }

    private void Check(long needed)
    {
        if (freeBytes(folder) is { } free && free < needed)
        {
            throw new DiskFullException(folder, free, needed);
        }
    }

    private static long? FreeBytes(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null; // A network share has no drive; a run there fails when it writes.
        }
    }
}
