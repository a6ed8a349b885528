using System.Security.Cryptography;
using System.Text;

namespace Reckon.Inference.Folders;

/// <summary>The identity of a model by all that decides what it writes: weights, tokenizer, prompt, marks.</summary>
internal static class ModelFingerprint
{
    // The weights are in by their hashes, which the descriptor names and the folder's check has compared.
    private static readonly string[] _files = [ModelDescriptor.FileName, "tokenizer.json", "config.json", "generation_config.json"];

    /// <summary>SHA-256 over the files in <paramref name="folder"/> that describe the model, in lower-case hex.</summary>
    public static string Of(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in _files.Where(file => File.Exists(Path.Combine(folder, file)))) // The last need not be there.
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file}\n"));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, file))));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
