namespace Reckon.Evaluation.Files;

/// <summary>The lines of a file as bytes: what is parsed from bytes need not become strings first. For one thread.</summary>
public sealed class Utf8Lines : IDisposable
{
    private const byte LineFeed = (byte)'\n';

    private readonly Stream _stream;
    private byte[] _buffer;
    private int _from;
    private int _to;

    /// <summary>Reads from <paramref name="stream"/>, which it owns.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="bufferSize">Bytes that are read at once, at first; above 0. A longer line is read all the same.</param>
    public Utf8Lines(Stream stream, int bufferSize = 1 << 17) => (_stream, _buffer) = (stream, new byte[bufferSize]);

    /// <summary>The next line without its end, valid until the next call; false where there is none.</summary>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        var seen = 0;
        while (true)
        {
            var rest = _buffer.AsSpan(_from.._to);
            if (rest[seen..].IndexOf(LineFeed) is >= 0 and var place)
            {
                line = rest[..(seen + place)];
                _from += seen + place + 1;
                return true;
            }

            seen = rest.Length;
            if (!Fill())
            {
                line = rest;
                _from = _to;
                return rest.Length > 0;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    // Keeps what is not read yet; false at the end of the file.
    private bool Fill()
    {
        var rest = _buffer.AsSpan(_from.._to);
        if (rest.Length == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }
        else
        {
            rest.CopyTo(_buffer);
        }

        (_from, _to) = (0, rest.Length);
        var read = _stream.Read(_buffer.AsSpan(_to));
        _to += read;
        return read > 0;
    }
}
