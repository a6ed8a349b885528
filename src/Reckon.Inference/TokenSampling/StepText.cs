using System.Runtime.InteropServices;
using System.Text;

namespace Reckon.Inference.TokenSampling;

/// <summary>
/// The text of a step while it is written, as bytes: tokens may end within a character. It says when the delimiter is complete, wherever
/// tokens cut it.
/// </summary>
/// <remarks>
/// A delimiter with letters, such as a heading, belongs to the step that it opens. So it does not end a step that has nothing but white
/// space before it.
/// </remarks>
/// <param name="delimiter">Ends a step; not empty.</param>
internal sealed class StepText(string delimiter)
{
    private readonly byte[] _delimiter = Encoding.UTF8.GetBytes(delimiter);
    private readonly bool _isHeading = delimiter.Any(letter => !char.IsWhiteSpace(letter));
    private readonly List<byte> _bytes = [];

    /// <summary>Whether the delimiter is in the text, so that the step ends with its last token.</summary>
    public bool IsDelimited { get; private set; }

    /// <summary>All of it; a character that is cut off is U+FFFD.</summary>
    public string Whole => Text(_bytes.Count);

    /// <summary>The same, without a delimiter at its end.</summary>
    public string WithoutDelimiter => Text(IsDelimited && Bytes.EndsWith(_delimiter) ? _bytes.Count - _delimiter.Length : _bytes.Count);

    private ReadOnlySpan<byte> Bytes => CollectionsMarshal.AsSpan(_bytes);

    /// <summary>A copy, to which bytes can be added.</summary>
    public StepText Copy()
    {
        var copy = new StepText(delimiter) { IsDelimited = IsDelimited };
        copy._bytes.AddRange(_bytes);
        return copy;
    }

    /// <summary>Adds the bytes of a token.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        var from = Math.Max(0, _bytes.Count - _delimiter.Length + 1); // Where a delimiter may begin that was not complete before.
        _bytes.AddRange(bytes);
        IsDelimited = IsDelimited || HoldsDelimiter(from);
    }

    /// <summary>Begins the next step.</summary>
    public void Clear()
    {
        _bytes.Clear();
        IsDelimited = false;
    }

    private bool HoldsDelimiter(int from)
    {
        for (var at = from; at <= _bytes.Count - _delimiter.Length; at++)
        {
            var opens = _isHeading && Bytes[..at].IndexOfAnyExcept(" \t\r\n"u8) < 0;
            if (!opens && Bytes[at..].StartsWith(_delimiter))
            {
                return true;
            }
        }

        return false;
    }

    private string Text(int length) => Encoding.UTF8.GetString(Bytes[..length]);
}
