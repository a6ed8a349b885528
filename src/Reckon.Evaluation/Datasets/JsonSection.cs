using System.Collections.Immutable;
using System.Text.Json;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Evaluation.Datasets;

/// <summary>Reads one JSON object of a dataset's files, and reports what is missing or wrong, with its line.</summary>
internal sealed class JsonSection(JsonElement section, string path, Func<string, (int Line, int Column)> placeOf, DiagnosticLog log)
{
    private static readonly JsonDocumentOptions _strict = new() { AllowDuplicateProperties = false };

    /// <summary>The object that is the whole file <paramref name="json"/>; null when there is none, which is reported.</summary>
    public static JsonSection? ParseFile(ReadOnlyMemory<byte> json, DiagnosticLog log) =>
        Parse(json, 1, () => new JsonPlaces(json.Span).Of, log);

    /// <summary>The object in <paramref name="json"/>; null when there is none, which is reported.</summary>
    /// <param name="json">UTF-8.</param>
    /// <param name="line">The line of the file that it is, from 1.</param>
    /// <param name="log">Takes the faults.</param>
    public static JsonSection? ParseLine(ReadOnlyMemory<byte> json, int line, DiagnosticLog log) =>
        Parse(json, line, () => _ => (line, 1), log);

    private static JsonSection? Parse(
        ReadOnlyMemory<byte> json, int firstLine, Func<Func<string, (int Line, int Column)>> places, DiagnosticLog log)
    {
        try
        {
            using var document = JsonDocument.Parse(json, _strict);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return new JsonSection(document.RootElement.Clone(), "", places(), log);
            }

            log.Add(
                firstLine, 1, "", $"expected a JSON object, found {JsonValues.Described(document.RootElement)}", "Write {\"…\": …}");
        }
        catch (JsonException fault)
        {
            var line = firstLine + (int)(fault.LineNumber ?? 0);
            log.Add(line, (int)(fault.BytePositionInLine ?? 0) + 1, "", $"this is not JSON: {Reason(fault)}", "Correct it");
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair in a key: JSON can spell it, but text cannot hold it.
            log.Add(firstLine, 1, "", "a key is broken Unicode", "Correct it");
        }

        return null;
    }

    /// <summary>A text that is not blank. Reports a missing one and returns an empty text.</summary>
    public string RequiredText(string key)
    {
        if (!TryFind(key, out var value))
        {
            Report(key, "the field is missing", $"Add \"{key}\"");
            return "";
        }

        if (value.ValueKind != JsonValueKind.String || JsonValues.Text(value) is not { } text)
        {
            Report(key, $"expected text, found {JsonValues.Described(value)}", JsonValues.RemedyForText(value));
            return "";
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            Report(key, "the field is empty", "Fill it in, or remove the line");
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

        if (value.ValueKind == JsonValueKind.String && JsonValues.Text(value) is { } text)
        {
            return text;
        }

        Report(key, $"expected text, found {JsonValues.Described(value)}", JsonValues.RemedyForText(value));
        return null;
    }

    /// <summary>A text that is not blank, or a number as text. Reports a missing one and returns an empty text.</summary>
    public string RequiredValue(string key)
    {
        if (!TryFind(key, out var value) || value.ValueKind == JsonValueKind.String)
        {
            return RequiredText(key);
        }

        if (value.ValueKind == JsonValueKind.Number)
        {
            return JsonValues.Number(value);
        }

        Report(key, $"expected text or a number, found {JsonValues.Described(value)}", JsonValues.RemedyForText(value));
        return "";
    }

    /// <summary>A text, or a number as text; null when there is none, or something else.</summary>
    public string? OptionalValue(string key) => Has(key, out var value) ? value.ValueKind switch
    {
        JsonValueKind.String => JsonValues.Text(value),
        JsonValueKind.Number => JsonValues.Number(value),
        _ => null,
    } : null;

    /// <summary>True or false; null when there is none, or something else, which is reported.</summary>
    public bool? OptionalFlag(string key)
    {
        if (!Has(key, out var value))
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Report(key, $"expected true or false, found {JsonValues.Described(value)}", "Write true or false, without quotes");
        return null;
    }

    /// <summary>
    /// A whole number from <paramref name="least"/> to <paramref name="most"/>; null when there is none, or something else, which
    /// is reported.
    /// </summary>
    public int? OptionalNumber(string key, int least, int most)
    {
        if (!Has(key, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most)
        {
            return number;
        }

        Report(key, $"expected a whole number from {least} to {most}, found {JsonValues.Described(value)}",
            "Write such a number, without quotes");
        return null;
    }

    /// <summary>
    /// A text or a list of texts; null when there is none. The list is empty when it holds anything else, which is reported.
    /// </summary>
    public ImmutableArray<string>? OptionalTexts(string key)
    {
        if (!Has(key, out var value))
        {
            return null;
        }

        ImmutableArray<string?> texts = value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? JsonValues.Text(item) : null)]
            : [value.ValueKind == JsonValueKind.String ? JsonValues.Text(value) : null];
        if (texts.IsEmpty || texts.Contains(null))
        {
            Report(key, $"expected text or a list of texts, found {(texts.IsEmpty ? "an empty list" : JsonValues.Described(value))}",
                "Write \"…\" or [\"…\", \"…\"]");
            return [];
        }

        return [.. texts.OfType<string>()];
    }

    /// <summary>Whether the key is there and says that there is nothing.</summary>
    public bool IsNull(string key) => TryFind(key, out var value) && value.ValueKind == JsonValueKind.Null;

    /// <summary>Whether the key is there and says something.</summary>
    public bool Has(string key) => Has(key, out _);

    /// <summary>The keys that there are.</summary>
    public ImmutableArray<string> Keys => [.. section.EnumerateObject().Select(property => property.Name)];

    /// <summary>What the value of <paramref name="key"/> is, for messages.</summary>
    public string Shown(string key) => TryFind(key, out var value) ? JsonValues.Described(value) : "nothing";

    /// <summary>A section; null when there is none.</summary>
    public JsonSection? OptionalSection(string key)
    {
        if (!Has(key, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return new JsonSection(value, PathOf(key), placeOf, log);
        }

        Report(key, $"expected an object, found {JsonValues.Described(value)}", "Write {\"…\": …}");
        return null;
    }

    public void Report(string key, string message, string remedy)
    {
        var (line, column) = placeOf(PathOf(key));
        log.Add(line, column, Named(key), message, remedy);
    }

    private bool Has(string key, out JsonElement value) =>
        TryFind(key, out value) && value.ValueKind != JsonValueKind.Null;

    // A key with dots names a field inside objects, unless there is a field that is called so.
    private bool TryFind(string key, out JsonElement value)
    {
        if (section.TryGetProperty(key, out value))
        {
            return true;
        }

        value = section;
        foreach (var part in key.Split('.'))
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(part, out value))
            {
                return false;
            }
        }

        return true;
    }

    private string PathOf(string key) => path.Length == 0 ? key : $"{path}.{key}";

    // A known key is plain text; an unknown one could be anything.
    private string Named(string key) =>
        PathOf(key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.') && key.Length is > 0 and <= 40 ? key : Quoted.Of(key));

    // The parser's message ends with its own place, counted from the start of the text that it was given.
    private static string Reason(JsonException fault) =>
        SafeText.Terminal(fault.Message.Split(" LineNumber:", 2)[0]).TrimEnd('.');
}
