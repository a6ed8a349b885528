using System.Security.Cryptography;
using System.Text;

namespace Reckon.Inference.Folders;

/// <summary>Hashes the files that hold a model's graph and weights: they are what a result came from.</summary>
internal sealed class WeightDigest(string folder, FaultList faults)
{
    /// <summary>SHA-256 over names and contents, in lower-case hex. Of one file it is that of its contents.</summary>
    /// <param name="files">In the folder, relative to it.</param>
    public string Of(IReadOnlyList<string> files)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var one = "";
        foreach (var file in files)
        {
            one = Digest(file);
            all.AppendData(Encoding.UTF8.GetBytes($"{file}\n{one}\n"));
        }

        return files.Count == 1 ? one : Convert.ToHexStringLower(all.GetHashAndReset());
    }

    private string Digest(string file)
    {
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        if (file.Contains('\0') || !Path.GetFullPath(Path.Combine(folder, file)).StartsWith(root, StringComparison.Ordinal))
        {
            faults.Add(file.Replace('\0', ' '), "weights inside the model's folder", "Export the model again, into one folder.");
            return new string('0', 64);
        }

        try
        {
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
