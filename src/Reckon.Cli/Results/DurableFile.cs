using System.Text;

namespace Reckon.Cli.Results;

/// <summary>Writes files that appear complete or not at all.</summary>
internal static class DurableFile
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes <paramref name="lines"/>, each as it is, to the file at <paramref name="path"/>, which they replace.</summary>
    /// <exception cref="ResultsWriteException">It cannot be written; the old content is unchanged.</exception>
    public static void Write(string path, IEnumerable<string> lines) =>
        WriteAsync(path, lines.ToAsyncEnumerable()).GetAwaiter().GetResult(); // Nothing in it waits.

    /// <summary>Writes <paramref name="lines"/> as they come. What throws them off leaves the old content, too.</summary>
    /// <exception cref="ResultsWriteException">It cannot be written; the old content is unchanged.</exception>
    public static async Task WriteAsync(string path, IAsyncEnumerable<string> lines)
    {
        // One run at a time has the folder, so the name is free or left by a dead run.
        var draft = $"{path}.draft";
        try
        {
            using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                using var writer = new StreamWriter(file, _utf8, leaveOpen: true);
                await foreach (var line in lines)
                {
                    writer.Write(line);
                }

                writer.Flush();
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new ResultsWriteException(path, cause);
        }
    }
}
