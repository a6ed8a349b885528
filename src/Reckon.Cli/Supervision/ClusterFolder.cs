using Reckon.Cli.Hosting;
using Reckon.Cli.Output;

namespace Reckon.Cli.Supervision;

/// <summary>The folder of a cluster on one machine, which no other cluster uses until this is disposed.</summary>
internal sealed class ClusterFolder : IDisposable
{
    private readonly FileStream _lock;

    private ClusterFolder(string path, FileStream held) => (Path, _lock) = (path, held);

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Where the logs of its processes are.</summary>
    public string Logs => System.IO.Path.Combine(Path, "logs");

    /// <summary>Where its store is, if it has one of its own.</summary>
    public string Store => System.IO.Path.Combine(Path, "store");

    /// <summary>Takes <paramref name="folder"/>, which may not exist yet.</summary>
    /// <exception cref="ClusterSettingException">Another cluster uses it, or it cannot be written to.</exception>
    public static ClusterFolder Open(string folder)
    {
        try
        {
            var path = Directory.CreateDirectory(folder).FullName;
            var opened = new ClusterFolder(path, LockFile.Hold(path));
            Directory.CreateDirectory(opened.Logs);
            return opened;
        }
        catch (IOException cause) when (LockFile.IsHeldByAnother(cause))
        {
            throw new ClusterSettingException($"{folder}: another cluster runs in the folder. Stop it, or choose another folder with --folder.");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new ClusterSettingException($"{folder}: {cause.Message} Choose a folder that you can write to with --folder.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();
}
