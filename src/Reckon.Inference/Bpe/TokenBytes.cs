using System.Text;

namespace Reckon.Inference.Bpe;

/// <summary>The bytes that each token stands for.</summary>
internal sealed class TokenBytes
{
    private readonly byte[] _bytes;
    private readonly int[] _ends;

    /// <param name="bytesOf">The bytes of the tokens, in the order of their ids.</param>
    public TokenBytes(IEnumerable<byte[]> bytesOf)
    {
        var (all, ends) = (new List<byte>(), new List<int>());
        foreach (var bytes in bytesOf)
        {
            all.AddRange(bytes);
            ends.Add(all.Count);
        }

        (_bytes, _ends) = ([.. all], [.. ends]);
    }

    public int Count => _ends.Length;

    public ReadOnlySpan<byte> Of(int id) => _bytes.AsSpan(id == 0 ? 0 : _ends[id - 1], _ends[id] - (id == 0 ? 0 : _ends[id - 1]));

    /// <summary>The text of <paramref name="tokens"/>; characters that are cut off become U+FFFD.</summary>
    public string Decode(ReadOnlySpan<int> tokens)
    {
        var length = 0;
        foreach (var token in tokens)
        {
            length += Of(token).Length;
        }

        var (bytes, at) = (new byte[length], 0);
        foreach (var token in tokens)
        {
            Of(token).CopyTo(bytes.AsSpan(at));
            at += Of(token).Length;
        }

        return Encoding.UTF8.GetString(bytes);
    }
}
