using System.IO.Compression;

namespace Reckon.Evaluation.Documents;

/// <summary>Lines as one member of a gzip file. Members one after the other form a gzip file again, and each can be read alone.</summary>
public static class CompressedLines
{
    /// <summary>The member that holds what <paramref name="write"/> writes; the same lines give the same bytes.</summary>
    public static byte[] Write(Action<Stream> write)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
        {
            using var grouped = new BufferedStream(gzip, 1 << 16); // The compressor has to be called for each write.
            write(grouped);
        }

        return buffer.ToArray();
    }

    /// <summary>The lines of <paramref name="member"/>, without their line breaks.</summary>
    /// <exception cref="InvalidDataException">It is not such a member, or it is damaged.</exception>
    public static IEnumerable<string> Read(byte[] member)
    {
        using var reader = new StreamReader(new GZipStream(new MemoryStream(member), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
