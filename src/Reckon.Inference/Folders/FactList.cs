using System.Globalization;
using System.Text.Json.Nodes;

namespace Reckon.Inference.Folders;

/// <summary>The files of a folder that say what a model is, none of which must be there, and what was taken from which.</summary>
/// <param name="folder">The folder.</param>
/// <param name="faults">Takes all faults.</param>
/// <param name="manifest">What is read in the place of the folder's <see cref="ModelDescriptor.FileName"/>; null for that.</param>
internal sealed class FactList(string folder, FaultList faults, JsonObject? manifest = null)
{
    private readonly Dictionary<string, JsonFile?> _files = [];
    private readonly List<FolderFact> _facts = [];

    public IReadOnlyList<FolderFact> All => _facts;

    public void Note(string name, string value, string source) => _facts.Add(new FolderFact(name, value, source));

    /// <summary>What a file says at a path, keys separated by dots; null where it says nothing or is not there.</summary>
    public JsonNode? Find(string file, string key) => Read(file)?.Find(key);

    /// <summary>All that a file says; null where it is not there.</summary>
    public JsonObject? Root(string file) => Read(file)?.Root;

    private JsonFile? Read(string file)
    {
        if (!_files.TryGetValue(file, out var read))
        {
            // A file that is there must be readable.
            _files[file] = read = manifest is not null && file == ModelDescriptor.FileName ? new JsonFile(file, manifest, faults)
                : Path.Exists(Path.Combine(folder, file)) ? JsonFile.Read(folder, file, faults) : null;
        }

        return read;
    }

    /// <summary>The whole number there; null where there is none.</summary>
    public long? NumberAt(string file, string key) =>
        Find(file, key) is JsonValue value && value.TryGetValue<long>(out var number) ? number : null;

    /// <summary>The text of a token there, which may be an object with its content.</summary>
    public string? TokenAt(string file, string key) => Find(file, key) switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonObject token => JsonFile.TextOf(token, "content"),
        _ => null,
    };

    /// <summary>The number at the first place that has one above 0, which is noted; null where none has.</summary>
    public long? Number(string name, params ReadOnlySpan<(string File, string Key)> places)
    {
        foreach (var (file, key) in places)
        {
            if (NumberAt(file, key) is > 0 and var number)
            {
                Note(name, number.ToString(CultureInfo.InvariantCulture), file);
                return number;
            }
        }

        return null;
    }

    /// <summary>The text at the first place that has one, or <paramref name="otherwise"/>; either is noted.</summary>
    public string Text(string name, string otherwise, params ReadOnlySpan<(string File, string Key)> places)
    {
        foreach (var (file, key) in places)
        {
            if (Find(file, key) is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0)
            {
                Note(name, text, file);
                return text;
            }
        }

        Note(name, otherwise, "assumed");
        return otherwise;
    }
}
