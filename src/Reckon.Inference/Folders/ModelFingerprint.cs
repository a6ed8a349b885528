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
    public static string Of(string folder) => Of(folder, _files, "", manifest: null);

    /// <summary>The same of a folder without a descriptor.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="sha256">The hash of its weights.</param>
    /// <param name="manifest">The text that is read in the place of its <see cref="ModelDescriptor.FileName"/>; null for that of the folder.</param>
    public static string Of(string folder, string sha256, string? manifest = null) => Of(folder, [.. _files, .. _others], sha256, manifest);

    private static string Of(string folder, string[] files, string sha256, string? manifest)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(sha256));
        if (manifest is not null)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{ModelDescriptor.FileName}\n"));
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(manifest)));
            files = [.. files.Where(file => file != ModelDescriptor.FileName)];
        }

        foreach (var file in files.Where(file => FolderFile.IsReadable(Path.Combine(folder, file)))) // Some need not be there; what is unreadable has been said.
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file}\n"));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, file))));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
