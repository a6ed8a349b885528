using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reckon.Inference.Folders;

/// <summary>A JSON file of a model's folder, read without trust: whatever is missing or of another kind becomes a fault.</summary>
internal sealed class JsonFile(string name, JsonObject root, FaultList faults)
{
    private const string Tokenizer = "tokenizer.json";
    private const long MostOfTokenizer = 512L << 20;
    private const long MostOfOthers = 16L << 20; // Of an exporter some kilobytes, with many added tokens a megabyte.

    // A key that is there twice would be found only when it is asked for.
    private static readonly JsonDocumentOptions _strict = new() { AllowDuplicateProperties = false };

    public string Name => name;

    public JsonObject Root => root;

    /// <summary>The file, or null when it is missing or no JSON object.</summary>
    public static JsonFile? Read(string folder, string name, FaultList faults)
    {
        try
        {
            var path = Path.Combine(folder, name);
            if (FolderFile.Fault(path, name == Tokenizer ? MostOfTokenizer : MostOfOthers) is { } expected)
            {
                faults.Add(name, expected, "Export the model again, or check the path.");
            }
            else if (JsonNode.Parse(File.ReadAllText(path), documentOptions: _strict) is JsonObject root)
            {
                return new JsonFile(name, root, faults);
            }
            else
            {
                faults.Add(name, "a JSON object", "Export the model again.");
            }
        }
        catch (JsonException fault)
        {
            faults.Add(name, $"JSON ({fault.Message})", "Correct the file, or export the model again.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add(name, "a readable file of this name", "Export the model again, or check the path.");
        }

        return null;
    }

    /// <summary>The text at <paramref name="path"/>, keys separated by dots; empty and a fault when there is none.</summary>
    public string Text(string path) => Find(path) is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0
        ? text
        : Missing(path, "a text that is not empty", "");

    /// <summary>The number at <paramref name="path"/>; the smallest allowed and a fault when there is none or it is out of range.</summary>
    public long Number(string path, long least = 1, long most = long.MaxValue) =>
        Find(path) is JsonValue value && value.TryGetValue<long>(out var number) && number >= least && number <= most
            ? number
            : Missing(path, most == long.MaxValue ? $"a whole number of at least {least}" : $"a whole number from {least} to {most}", least);

    /// <summary>The truth value at <paramref name="path"/>.</summary>
    public bool Flag(string path) => Find(path) is JsonValue value && value.TryGetValue<bool>(out var flag)
        ? flag
        : Missing(path, "true or false", false);

    /// <summary>The texts at <paramref name="path"/>; at least one.</summary>
    public string[] Texts(string path)
    {
        var texts = (Find(path) as JsonArray ?? [])
            .Select(node => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "")
            .ToArray();
        return texts.Length > 0 && texts.All(text => text.Length > 0) ? texts : Missing(path, "a list of texts, at least one", texts);
    }

    public bool Has(string path) => Find(path) is not null;

    /// <summary>Reports what is wrong at <paramref name="path"/>, and returns <paramref name="standIn"/> for the value.</summary>
    public T Missing<T>(string path, string expected, T standIn)
    {
        var found = Find(path)?.ToJsonString() ?? "nothing";
        var shown = found.Length > 60 ? found[..60] + "…" : found;
        faults.Add(name, $"'{path}' to be {expected}, and found {shown}", "Correct the field, or export the model again.");
        return standIn;
    }

    public static string? TextOf(JsonNode node, string key) =>
        node is JsonObject fields && fields[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static int? IntegerOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    /// <summary>The types of a part of a tokenizer: its own, or those of its parts in the list <paramref name="list"/>.</summary>
    public IEnumerable<string> Types(string part, string list) => root[part] switch
    {
        null => [],
        JsonObject fields when fields[list] is JsonArray parts => parts.Select(each => each is null ? "" : TextOf(each, "type") ?? ""),
        var node => [TextOf(node, "type") ?? ""],
    };

    /// <summary>Reports types of a part of a tokenizer that are not <paramref name="known"/>.</summary>
    public void CheckTypes(string part, string list, string[] known)
    {
        foreach (var type in Types(part, list).Where(type => !known.Contains(type)))
        {
            faults.AddUnknownType(name, part, [.. known, "Sequence"], type);
        }
    }

    /// <summary>The node at <paramref name="path"/>; null when there is none.</summary>
    public JsonNode? Find(string path) => Find(root, path);

    /// <summary>The node at <paramref name="path"/> below <paramref name="root"/>, which itself is at the empty path; null when there is none.</summary>
    public static JsonNode? Find(JsonObject root, string path)
    {
        JsonNode? node = root;
        foreach (var key in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            node = (node as JsonObject)?[key];
        }

        return node;
    }
}
