using System.Security.Cryptography;

namespace Reckon.Storage;

/// <summary>A checksum before what is saved: against accidents, not against attacks.</summary>
internal static class Seal
{
    private const int Length = 8; // Bytes.

    /// <summary>The checksum of <paramref name="content"/>, and the content after it.</summary>
    public static byte[] Close(ReadOnlySpan<byte> content)
    {
        var whole = new byte[Length + content.Length];
        content.CopyTo(whole.AsSpan(Length));
        Of(content).CopyTo(whole, 0);
        return whole;
    }

    /// <summary>What <see cref="Close"/> closed; null if it was damaged.</summary>
    public static ReadOnlyMemory<byte>? TryOpen(ReadOnlyMemory<byte> whole)
    {
        var isSound = whole.Length >= Length && Of(whole.Span[Length..]).AsSpan().SequenceEqual(whole.Span[..Length]);
        return isSound ? whole[Length..] : default(ReadOnlyMemory<byte>?); // Null as a literal would be an empty array here.
    }

    private static byte[] Of(ReadOnlySpan<byte> content) => SHA256.HashData(content)[..Length];
}
