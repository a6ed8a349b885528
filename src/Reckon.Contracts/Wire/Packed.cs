using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Reckon.Contracts.Wire;

/// <summary>
/// Arrays of numbers as bytes, little-endian: a step has about a hundred, and encoding them one by one would be most of the work.
/// </summary>
internal static class Packed
{
    /// <summary>The bytes of the numbers.</summary>
    public static byte[] Bytes<T>(ImmutableArray<T> numbers)
        where T : unmanaged
    {
        ThrowIfBigEndian();
        return MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray();
    }

    /// <summary>The numbers of the bytes.</summary>
    /// <exception cref="InvalidDataException">A number is cut off.</exception>
    public static ImmutableArray<T> Numbers<T>(byte[]? bytes)
        where T : unmanaged
    {
        ThrowIfBigEndian();
        var length = bytes?.Length ?? 0;
        return length % Unsafe.SizeOf<T>() == 0
            ? [.. MemoryMarshal.Cast<byte, T>(bytes)]
            : throw new InvalidDataException($"{length} bytes are not a whole number of values of {typeof(T).Name}.");
    }

    private static void ThrowIfBigEndian()
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Reckon runs on little-endian machines.");
        }
    }
}
