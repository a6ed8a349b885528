namespace Reckon.Inference.Bpe;

/// <summary>
/// The letters in which byte-level vocabularies spell bytes (Radford et al. 2019, GPT-2): printable ones for themselves, the others as
/// the letters from U+0100 on.
/// </summary>
internal static class ByteAlphabet
{
    private const int FirstOther = 256;
    private static readonly char[] _letters = MakeLetters();
    private static readonly short[] _bytes = MakeBytes();

    /// <summary>The letter of a byte.</summary>
    public static char LetterOf(byte value) => _letters[value];

    /// <summary>The byte of a letter; negative where it is none.</summary>
    public static int ByteOf(char letter) => letter < _bytes.Length ? _bytes[letter] : -1;

    private static char[] MakeLetters()
    {
        var (letters, other) = (new char[256], FirstOther);
        for (var value = 0; value < letters.Length; value++)
        {
            var isPrintable = value is >= '!' and <= '~' or >= '¡' and <= '¬' or >= '®' and <= 'ÿ';
            letters[value] = (char)(isPrintable ? value : other++);
        }

        return letters;
    }

    private static short[] MakeBytes()
    {
        var bytes = new short[_letters.Max() + 1];
        Array.Fill(bytes, (short)-1);
        foreach (var (value, letter) in _letters.Index())
        {
            bytes[letter] = (short)value;
        }

        return bytes;
    }
}
