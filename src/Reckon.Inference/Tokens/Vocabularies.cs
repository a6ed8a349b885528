using System.Security.Cryptography;
using System.Text;

namespace Reckon.Inference.Tokens;

/// <summary>Compares what the tokens of models are.</summary>
public static class Vocabularies
{
    /// <summary>Whether every id means the same to both.</summary>
    public static bool AreSame(ITokenizer left, ITokenizer right) =>
        ReferenceEquals(left, right) || (left.Size == right.Size && Enumerable.Range(0, left.Size).All(
            id => left.IsSpecial(id) == right.IsSpecial(id) && left.Decode([id]) == right.Decode([id])));

    /// <summary>The bytes of the longest token, as UTF-8.</summary>
    public static int LongestTokenBytes(ITokenizer tokenizer) =>
        Enumerable.Range(0, tokenizer.Size).Max(id => Encoding.UTF8.GetByteCount(tokenizer.Decode([id])));

    /// <summary>A digest that is the same for two tokenizers if and only if <see cref="AreSame"/>, in lower-case hex.</summary>
    public static string DigestOf(ITokenizer tokenizer)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var id = 0; id < tokenizer.Size; id++)
        {
            var token = Encoding.UTF8.GetBytes(tokenizer.Decode([id]));
            digest.AppendData(BitConverter.GetBytes(token.Length));
            digest.AppendData([(byte)(tokenizer.IsSpecial(id) ? 1 : 0)]);
            digest.AppendData(token);
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }
}
