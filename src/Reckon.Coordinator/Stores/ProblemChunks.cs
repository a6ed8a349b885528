using System.Collections.Immutable;
using System.IO.Compression;
using Orleans.Serialization;
using Reckon.Search;

namespace Reckon.Coordinator.Stores;

/// <summary>Some problems as bytes, compressed: texts of one dataset are much alike.</summary>
internal sealed class ProblemChunks(Serializer serializer)
{
    /// <summary>The bytes.</summary>
    public byte[] Pack(ImmutableArray<Problem> problems)
    {
        using var packed = new MemoryStream();
        using (var compressed = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            compressed.Write(serializer.SerializeToArray(problems));
        }

        return packed.ToArray();
    }

    /// <summary>The problems that <see cref="Pack"/> packed.</summary>
    public ImmutableArray<Problem> Unpack(byte[] packed)
    {
        using var bytes = new MemoryStream();
        using var compressed = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        compressed.CopyTo(bytes);
        return serializer.Deserialize<ImmutableArray<Problem>>(bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
    }
}
