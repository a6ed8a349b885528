namespace Reckon.Cli.Results;

/// <summary>
/// Writes the trees of a sweep: a few large files, in which each problem is a gzip member that can be read alone, and an index. They
/// replace the old trees when all are written.
/// </summary>
internal sealed class TreesWriter : IDisposable
{
    /// <summary>The folder of trees, in the folder of results.</summary>
    public const string FolderName = "trees";

    /// <summary>Where each problem's trees are.</summary>
    public const string IndexName = "index.jsonl";

    private readonly string _folder;
    private readonly string _draft;
    private readonly long _maxFileBytes;
    private readonly List<TreesEntry> _entries = [];
    private FileStream? _file;
    private int _files;

    /// <summary>Starts writing into the folder of results <paramref name="results"/>.</summary>
    /// <param name="results">The folder of results.</param>
    /// <param name="maxFileBytes">A file that has reached this size gets no more problems.</param>
    /// <exception cref="ResultsWriteException">The folder cannot be made.</exception>
    public TreesWriter(string results, long maxFileBytes = 256 << 20)
    {
        (_folder, _maxFileBytes) = (Path.Combine(results, FolderName), maxFileBytes);
        _draft = $"{_folder}.draft";
        Guard(() =>
        {
            DeleteIfThere(_draft); // Left by a dead run.
            Directory.CreateDirectory(_draft);
        });
    }

    /// <summary>Adds the trees of the next problem, a member of a gzip file.</summary>
    /// <exception cref="ResultsWriteException">They cannot be written.</exception>
    public void Add(string problemId, byte[] member) => Guard(() =>
    {
        var file = FileWithRoom();
        _entries.Add(new TreesEntry(problemId, Path.GetFileName(file.Name), file.Position, member.Length));
        file.Write(member);
    });

    /// <summary>Puts the new trees in place of the old ones.</summary>
    /// <exception cref="ResultsWriteException">It cannot be written; the old content is unchanged.</exception>
    public void Complete()
    {
        Guard(CloseFile);
        DurableFile.Write(Path.Combine(_draft, IndexName), _entries.Select(entry => $"{entry.Write()}\n"));
        Guard(() =>
        {
            DeleteIfThere(_folder);
            Directory.Move(_draft, _folder);
        });
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private FileStream FileWithRoom()
    {
        if (_file is null || _file.Position >= _maxFileBytes)
        {
            CloseFile();
            _file =
                new FileStream(Path.Combine(_draft, $"trees-{_files++:d5}.jsonl.gz"), FileMode.CreateNew, FileAccess.Write, FileShare.None);
        }

        return _file;
    }

    private void CloseFile()
    {
        _file?.Flush(flushToDisk: true);
        _file?.Dispose();
        _file = null;
    }

    private static void DeleteIfThere(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private void Guard(Action write)
    {
        try
        {
            write();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new ResultsWriteException(_folder, cause);
        }
    }
}
