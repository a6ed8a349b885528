using System.Security.Cryptography;
using System.Text;

namespace Reckon.Inference.Folders;

/// <summary>The identity of a model by all that decides what it writes: weights, tokenizer, prompt, marks.</summary>
internal static class ModelFingerprint
{
    // The weights are in by their hashes, which the descriptor names and the folder's check has compared.
    private static readonly string[] _files = [ModelDescriptor.FileName, "tokenizer.json", "config.json", "generation_config.json"];

    // Of a folder as an exporter wrote it these decide, too.
    private static readonly string[] _others = ["genai_config.json", "tokenizer_config.json", "chat_template.jinja"];

    /// <summary>SHA-256 over the files in <paramref name="folder"/> that describe the model, in lower-case hex.</summary>
    public static string Of(string folder) => Of(folder, _files, "");

    /// <summary>The same of a folder without a descriptor, whose weights have the hash <paramref name="sha256"/>.</summary>
    public static string Of(string folder, string sha256) => Of(folder, [.. _files, .. _others], sha256);

    private static string Of(string folder, string[] files, string sha256)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(sha256));
        foreach (var file in files.Where(file => FolderFile.IsReadable(Path.Combine(folder, file)))) // Some need not be there; what is unreadable has been said.
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file}\n"));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, file))));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
