using System.Text;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Files;
using Reckon.Inference.Folders;

namespace Reckon.Cli.Serving;

/// <summary>
/// The files that came with a sweep. They have no folders: the sweep's paths mean them by their last part. A model is not among them;
/// the cluster's workers have it.
/// </summary>
internal sealed class UploadedFiles(IReadOnlyDictionary<string, string> files) : IFileProbe
{
    /// <inheritdoc/>
    public bool Exists(string path) => Path.GetFileName(path) == ModelDescriptor.FileName || files.ContainsKey(Path.GetFileName(path));

    /// <inheritdoc/>
    public bool IsFolder(string path) => false;

    /// <inheritdoc/>
    public Validated<byte[]> Read(string path, long maxBytes) => Find(path) is not { } text
        ? Fault(path, "it is not among the files that were handed in", "Add it to 'files' under that name")
        : Encoding.UTF8.GetByteCount(text) > maxBytes
            ? Fault(path, $"it has more than the {maxBytes} bytes that are read", "Is this another file?")
            : new Validated<byte[]>.Valid(Encoding.UTF8.GetBytes(text));

    /// <summary>The text of the file that <paramref name="path"/> means; null when it is not among them.</summary>
    public string? Find(string path) => files.GetValueOrDefault(Path.GetFileName(path));

    /// <summary>What is wrong with their names: a name with a folder in it could mean a file of this machine.</summary>
    public IEnumerable<Diagnostic> Faults() => files.Keys
        .Where(name => name.Length == 0 || name != Path.GetFileName(name) || name is "." or ".." || name.Contains('\\', StringComparison.Ordinal))
        .Select(name => new Diagnostic("files", 0, 0, name, "expected the name of a file without a folder", "Leave the folder out"));

    private static Validated<byte[]>.Invalid Fault(string path, string message, string remedy) =>
        new([new Diagnostic(Path.GetFileName(path), 0, 0, "", message, remedy)]);
}
