using System.Text.Json;

namespace Reckon.Evaluation;

/// <summary>Reads one JSON object of a dataset's files, and reports what is missing or wrong at the line where it stands.</summary>
internal sealed class JsonSection(JsonElement section, string path, int line, DiagnosticLog log)
{
    private static readonly JsonDocumentOptions _strict = new() { AllowDuplicateProperties = false };

    /// <summary>The object in <paramref name="json"/>; null when there is none, which is reported.</summary>
    /// <param name="json">UTF-8.</param>
    /// <param name="firstLine">The line of the file in which it begins, from 1.</param>
    /// <param name="log">Takes the faults.</param>
    public static JsonSection? Parse(ReadOnlyMemory<byte> json, int firstLine, DiagnosticLog log)
    {
        try
        {
            using var document = JsonDocument.Parse(json, _strict);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return new JsonSection(document.RootElement.Clone(), "", firstLine, log);
            }

            log.Add(firstLine, 1, "", $"expected a JSON object, found {Described(document.RootElement)}", "Write {\"…\": …}");
        }
        catch (JsonException fault)
        {
            var line = firstLine + (int)(fault.LineNumber ?? 0);
            log.Add(line, (int)(fault.BytePositionInLine ?? 0) + 1, "", $"this is not JSON: {Reason(fault)}", "Correct it");
        }

        return null;
    }

    /// <summary>A text that is not blank; empty when there is none, which is reported.</summary>
    public string RequiredText(string key)
    {
        if (!section.TryGetProperty(key, out var value))
        {
            Report(key, "the field is missing", $"Add \"{key}\"");
            return "";
        }

        if (value.ValueKind != JsonValueKind.String || Text(value) is not { } text)
        {
            Report(key, $"expected text, found {Described(value)}", "Write it in quotes");
            return "";
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            Report(key, "the field is empty", "Fill it in, or take the line out");
            return "";
        }

        return text;
    }

    /// <summary>A text; null when there is none.</summary>
    public string? OptionalText(string key)
    {
        if (!Has(key, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && Text(value) is { } text)
        {
            return text;
        }

        Report(key, $"expected text, found {Described(value)}", "Write it in quotes");
        return null;
    }

    /// <summary>A whole number of at least 0; 0 when there is none.</summary>
    public int OptionalCount(string key)
    {
        if (!Has(key, out var value))
        {
            return 0;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 0)
        {
            return number;
        }

        Report(key, $"expected a whole number of at least 0, found {Described(value)}", "Write such a number, without quotes, or leave the field out");
        return 0;
    }

    /// <summary>A section; null when there is none.</summary>
    public JsonSection? OptionalSection(string key)
    {
        if (!Has(key, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return new JsonSection(value, PathOf(key), line, log);
        }

        Report(key, $"expected an object, found {Described(value)}", "Write {\"…\": …}");
        return null;
    }

    public void Report(string key, string message, string remedy) => log.Add(line, 1, PathOf(key), message, remedy);

    private bool Has(string key, out JsonElement value) =>
        section.TryGetProperty(key, out value) && value.ValueKind != JsonValueKind.Null;

    private string PathOf(string key) => path.Length == 0 ? key : $"{path}.{key}";

    // Null for half of a surrogate pair, which JSON can spell and text cannot hold.
    private static string? Text(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // The parser closes with a place of its own, counted from the start of what it was given.
    private static string Reason(JsonException fault) =>
        SafeText.Terminal(fault.Message.Split(" LineNumber:", 2)[0]).TrimEnd('.');

    private static string Described(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Text(value) is { } text ? $"the text {Quoted.Of(text)}" : "broken Unicode",
        JsonValueKind.Null => "nothing",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        _ => Quoted.Of(value.GetRawText()),
    };
}
