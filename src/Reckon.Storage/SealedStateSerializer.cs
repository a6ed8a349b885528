using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace Reckon.Storage;

/// <summary>
/// Puts a checksum before every state that is saved. A state that no longer matches its checksum, or cannot be read for another
/// reason, is treated as if it had never been saved: its grain recomputes it and replaces it.
/// </summary>
internal sealed class SealedStateSerializer(IGrainStorageSerializer inner, ILogger<SealedStateSerializer> logger) : IGrainStorageSerializer
{
    private const int SealLength = 8; // Bytes: against accidents, not against attacks.

    /// <inheritdoc/>
    public BinaryData Serialize<T>(T? input)
    {
        var state = inner.Serialize(input).ToMemory();
        var whole = new byte[SealLength + state.Length];
        state.CopyTo(whole.AsMemory(SealLength));
        Seal(state.Span).CopyTo(whole, 0);
        return new BinaryData(whole);
    }

    /// <inheritdoc/>
    public T? Deserialize<T>(BinaryData input)
    {
        try
        {
            return inner.Deserialize<T>(new BinaryData(Open(input.ToMemory())));
        }
        catch (Exception cause)
        {
            // Bytes that something else has written may make a reader throw anything.
            logger.LogWarning(cause, "A saved {State} cannot be read; it will be recomputed", typeof(T).Name);
            return Activator.CreateInstance<T>();
        }
    }

    private static ReadOnlyMemory<byte> Open(ReadOnlyMemory<byte> whole)
    {
        if (whole.Length < SealLength || !Seal(whole.Span[SealLength..]).AsSpan().SequenceEqual(whole.Span[..SealLength]))
        {
            throw new StorageException("The checksum does not match.");
        }

        return whole[SealLength..];
    }

    private static byte[] Seal(ReadOnlySpan<byte> state) => SHA256.HashData(state)[..SealLength];
}
