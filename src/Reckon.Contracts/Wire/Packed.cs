using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Reckon.Contracts;

/// <summary>Rows of numbers as bytes, the lowest first: a step has a hundred of them, and one by one they would be most of the work.</summary>
internal static class Packed
{
    /// <summary>The bytes of the numbers.</summary>
    public static byte[] Bytes<T>(ImmutableArray<T> numbers)
        where T : unmanaged =>
        BitConverter.IsLittleEndian ? MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray() : throw new PlatformNotSupportedException("Reckon runs on little-endian machines.");

    /// <summary>The numbers of the bytes.</summary>
    public static ImmutableArray<T> Numbers<T>(byte[]? bytes)
        where T : unmanaged => [.. MemoryMarshal.Cast<byte, T>(bytes)];
}
