using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Reckon.Dashboard.Hosting;

/// <summary>The files that pages load. They travel inside the assembly.</summary>
internal static class DashboardAssets
{
    private const string Folder = "assets/";

    private static readonly FrozenDictionary<string, byte[]> _files = typeof(DashboardAssets).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Folder.Length..], Read, StringComparer.Ordinal);

    /// <summary>Changes with any of them.</summary>
    public static string Stamp { get; } = StampOf();

    /// <summary>The file called <paramref name="name"/> and its type; null where there is none.</summary>
    public static (byte[] Bytes, string Type)? Find(string name) =>
        _files.TryGetValue(name, out var bytes) ? (bytes, TypeOf(name)) : null;

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        _ => "text/plain; charset=utf-8",
    };

    private static byte[] Read(string name)
    {
        using var stream = typeof(DashboardAssets).Assembly.GetManifestResourceStream(name)!; // The name is from the same list.
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static string StampOf()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (_, bytes) in _files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
