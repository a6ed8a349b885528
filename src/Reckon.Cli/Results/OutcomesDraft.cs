using System.Text;

namespace Reckon.Cli.Results;

/// <summary>Outcomes that come page by page, until all are there and take the place of what the folder had.</summary>
internal sealed class OutcomesDraft : IDisposable
{
    private readonly string _path;
    private readonly FileStream _file;

    /// <summary>Goes on after the first <paramref name="bytes"/> bytes of the draft in <paramref name="folder"/>.</summary>
    /// <exception cref="ResultsWriteException">It cannot be written, or has fewer.</exception>
    public OutcomesDraft(ResultsFolder folder, long bytes)
    {
        _path = folder.File(ResultsWriter.OutcomesName);
        _file = Guard(() => new FileStream($"{_path}.draft", FileMode.OpenOrCreate, FileAccess.Write, FileShare.None));
        Guard(() =>
        {
            _file.SetLength(Math.Min(bytes, _file.Length)); // What was written after the last record of it is fetched again.
            return _file.Position = _file.Length == bytes ? bytes : throw new IOException("The draft is shorter than it was.");
        });
    }

    /// <summary>Adds lines, and returns how many bytes there are now, safe on the disk.</summary>
    /// <exception cref="ResultsWriteException">They cannot be written.</exception>
    public long Add(string lines) => Guard(() =>
    {
        _file.Write(Encoding.UTF8.GetBytes(lines));
        _file.Flush(flushToDisk: true);
        return _file.Length;
    });

    /// <summary>Puts them in place.</summary>
    /// <exception cref="ResultsWriteException">It cannot be done.</exception>
    public void Complete() => Guard(() =>
    {
        _file.Dispose();
        File.Move($"{_path}.draft", _path, overwrite: true);
        return true;
    });

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private T Guard<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new ResultsWriteException(_path, cause);
        }
    }
}
