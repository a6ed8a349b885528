using System.Text;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Evaluation.Text;

/// <summary>Decodes a file's bytes, and reports the place of the first that is not UTF-8.</summary>
internal static class StrictUtf8
{
    private static readonly UTF8Encoding _encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text without its byte order mark; null when it is not UTF-8, which is reported.</summary>
    public static string? Decode(byte[] bytes, DiagnosticLog log)
    {
        var content = WithoutMark(bytes).Span;
        try
        {
            return _encoding.GetString(content);
        }
        catch (DecoderFallbackException fault)
        {
            var before = content[..Math.Clamp(fault.Index, 0, content.Length)];
            var column = before.Length - before.LastIndexOf((byte)'\n');
            log.Add(before.Count((byte)'\n') + 1, column, "", "the file is not UTF-8 here", "Save it as UTF-8");
            return null;
        }
    }

    /// <summary>The bytes after the byte order mark, if there is one.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(byte[] bytes) =>
        bytes.AsMemory(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0);
}
