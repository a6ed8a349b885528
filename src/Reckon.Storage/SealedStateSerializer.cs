using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace Reckon.Storage;

/// <summary>
/// Puts a checksum before every state that is saved. A state that no longer matches its checksum, or cannot be read for another
/// reason, is treated as if it had never been saved: its grain recomputes it and replaces it.
/// </summary>
internal sealed class SealedStateSerializer(IGrainStorageSerializer inner, ILogger<SealedStateSerializer> logger) : IGrainStorageSerializer
{
    /// <inheritdoc/>
    public BinaryData Serialize<T>(T? input) => new(Seal.Close(inner.Serialize(input).ToMemory().Span));

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

    private static ReadOnlyMemory<byte> Open(ReadOnlyMemory<byte> whole) =>
        Seal.TryOpen(whole) ?? throw new StorageException("The checksum does not match.");
}
