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
    private FileStream? _file;
    private StreamWriter? _index;
    private int _files;

    /// <summary>Starts writing into the folder of results <paramref name="results"/>.</summary>
    /// <param name="results">The folder of results.</param>
    /// <param name="maxFileBytes">A file that has reached this size gets no more problems.</param>
    /// <param name="isResuming">Whether the draft that a dead writer has left is gone on with, as far as it is whole; else it is thrown away.</param>
    /// <exception cref="ResultsWriteException">The folder cannot be made.</exception>
    public TreesWriter(string results, long maxFileBytes = 256 << 20, bool isResuming = false)
    {
        (_folder, _maxFileBytes) = (Path.Combine(results, FolderName), maxFileBytes);
        _draft = $"{_folder}.draft";
        Guard(() => Open(isResuming));
    }

    /// <summary>Problems that have been added.</summary>
    public int Count { get; private set; }

    /// <summary>Adds the trees of the next problem, a member of a gzip file.</summary>
    /// <exception cref="ResultsWriteException">They cannot be written.</exception>
    public void Add(string problemId, byte[] member) => Guard(() =>
    {
        var file = FileWithRoom();
        _index!.Write($"{new TreesEntry(problemId, Path.GetFileName(file.Name), file.Position, member.Length).Write()}\n");
        file.Write(member);
        Count++;
    });

    /// <summary>Makes what was added safe: a writer that resumes begins after it.</summary>
    /// <exception cref="ResultsWriteException">It cannot be written.</exception>
    public void Save() => Guard(() =>
    {
        _file?.Flush(flushToDisk: true); // Before the index, which says what is there.
        _index!.Flush();
        ((FileStream)_index.BaseStream).Flush(flushToDisk: true);
    });

    /// <summary>Puts the new trees in place of the old ones.</summary>
    /// <exception cref="ResultsWriteException">It cannot be written; the old content is unchanged.</exception>
    public void Complete()
    {
        Save();
        Guard(() =>
        {
            Dispose();
            DeleteIfThere(_folder);
            Directory.Move(_draft, _folder);
        });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        CloseFile();
        _index?.Dispose();
        _index = null;
    }

    private void Open(bool isResuming)
    {
        if (!isResuming)
        {
            DeleteIfThere(_draft); // Left by a dead run.
        }

        Directory.CreateDirectory(_draft);
        var whole = TreesDraft.Cut(_draft, IndexName);
        (Count, _files) = (whole.Count, whole.Files);
        _index = new StreamWriter(new FileStream(Path.Combine(_draft, IndexName), FileMode.Append, FileAccess.Write, FileShare.None));
        _file = _files == 0 ? null : new FileStream(PathOf(_files - 1), FileMode.Append, FileAccess.Write, FileShare.None);
    }

    private FileStream FileWithRoom()
    {
        if (_file is null || _file.Position >= _maxFileBytes)
        {
            CloseFile();
            _file = new FileStream(PathOf(_files++), FileMode.CreateNew, FileAccess.Write, FileShare.None);
        }

        return _file;
    }

    private string PathOf(int file) => Path.Combine(_draft, $"trees-{file:d5}.jsonl.gz");

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
