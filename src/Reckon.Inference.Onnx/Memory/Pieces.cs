namespace Reckon.Inference.Onnx.Memory;

/// <summary>Places in a buffer that are equally far from one another.</summary>
/// <param name="Buffer">The buffer.</param>
/// <param name="Start">The first byte of the first.</param>
/// <param name="Pitch">Bytes from the start of one to the start of the next.</param>
internal readonly record struct Pieces(CacheBuffer Buffer, long Start, long Pitch)
{
    /// <summary>The address of the first.</summary>
    public nint Address => Buffer.Address + (nint)Start;

    /// <summary>Refuses pieces that are not within the buffer, or overlap: what they would overwrite is not this program's.</summary>
    /// <param name="length">Bytes of a piece.</param>
    /// <param name="count">How many there are.</param>
    public void ThrowUnlessWithin(int length, int count)
    {
        if (Start < 0 || length < 0 || count < 1 || Pitch < length || Start + ((count - 1) * Pitch) + length > Buffer.Length)
        {
            throw new ArgumentOutOfRangeException(
                nameof(length), $"A buffer of {Buffer.Length} bytes does not hold {count} pieces of {length} from {Start} on, {Pitch} apart.");
        }
    }
}
