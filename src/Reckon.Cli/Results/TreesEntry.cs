using System.Text.Json;

namespace Reckon.Cli.Results;

/// <summary>Where the trees of one problem are: a line of the index.</summary>
/// <param name="Problem">The problem's id.</param>
/// <param name="File">The file in the folder of trees.</param>
/// <param name="Offset">Where its gzip member begins, in bytes.</param>
/// <param name="Length">The member's length, in bytes.</param>
internal sealed record TreesEntry(string Problem, string File, long Offset, int Length)
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web);

    /// <summary>The line, without its break.</summary>
    public string Write() => JsonSerializer.Serialize(this, _options);

    /// <summary>The entry in <paramref name="line"/>.</summary>
    /// <exception cref="JsonException">It holds none.</exception>
    public static TreesEntry Read(string line) =>
        JsonSerializer.Deserialize<TreesEntry>(line, _options) is { Problem: not null, File: not null, Offset: >= 0, Length: > 0 } entry
            ? entry
            : throw new JsonException("The line is not an entry of the index.");
}
