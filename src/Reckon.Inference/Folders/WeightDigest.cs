using System.Security.Cryptography;
using System.Text;

namespace Reckon.Inference.Folders;

/// <summary>Hashes the files that hold a model's graph and weights: they are what a result came from.</summary>
internal sealed class WeightDigest(string folder, FaultList faults)
{
    /// <summary>SHA-256 over names and contents, in lower-case hex. Of one file it is that of its contents.</summary>
    /// <param name="files">In the folder, relative to it: the graph, and then those that it takes weights from.</param>
    public string Of(IReadOnlyList<string> files)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var one = "";
        foreach (var (at, file) in files.Index())
        {
            one = at > 0 && IsLinkAway(file) ? Refused(file) : Digest(file);
            all.AppendData(Encoding.UTF8.GetBytes($"{file}\n{one}\n"));
        }

        return files.Count == 1 ? one : Convert.ToHexStringLower(all.GetHashAndReset());
    }

    // As caches of model hubs have them.
    private bool IsLinkAway(string file)
    {
        try
        {
            return !file.Contains('\0') && File.Exists(Path.Combine(folder, file))
                && new FileInfo(Path.Combine(folder, file)).ResolveLinkTarget(returnFinalTarget: true) is { } target && !IsInside(target.FullName);
        }
        catch (IOException)
        {
            return false; // A link that leads to itself: whoever reads it says so.
        }
    }

    private string Refused(string file)
    {
        faults.Add(file, "weights inside the model's folder: ONNX Runtime follows no link out of it", "Copy the folder with the files themselves: cp -rL.");
        return new string('0', 64);
    }

    private bool IsInside(string path) =>
        Path.GetFullPath(path).StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private string Digest(string file)
    {
        if (file.Contains('\0') || !IsInside(Path.Combine(folder, file)))
        {
            faults.Add(file.Replace('\0', ' '), "weights inside the model's folder", "Export the model again, into one folder.");
            return new string('0', 64);
        }

        try
        {
            if (FolderFile.Fault(Path.Combine(folder, file)) is { } expected)
            {
                faults.Add(file, expected, "Fetch or export all files of the model.");
                return new string('0', 64);
            }

            using var stream = File.OpenRead(Path.Combine(folder, file));
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add(file, "a file with weights, which the graph names", "Fetch or export all files of the model.");
            return new string('0', 64);
        }
    }
}
