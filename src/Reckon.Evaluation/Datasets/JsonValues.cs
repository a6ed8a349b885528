using System.Text.Json;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Evaluation.Datasets;

/// <summary>Reads and describes single values of a dataset's JSON.</summary>
internal static class JsonValues
{
    /// <summary>The text; null for half of a surrogate pair, which JSON can spell but text cannot hold.</summary>
    public static string? Text(JsonElement value)
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

    /// <summary>The number as it is written, but 27 for 27.0, as some files write whole numbers.</summary>
    public static string Number(JsonElement value)
    {
        var text = value.GetRawText();
        var whole = text.TrimEnd('0');
        return whole.EndsWith('.') ? whole[..^1] : text;
    }

    /// <summary>What to do about a value that is no text where text is expected.</summary>
    public static string RemedyForText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "Fill it in, or take the line out",
        JsonValueKind.String => "Correct it",
        JsonValueKind.Array => "Write one text instead of a list",
        JsonValueKind.Object => "Write a text, or name a field inside it in the descriptor, such as \"meta.answer\"",
        _ => "Write it in quotes",
    };

    /// <summary>What a person would call the value.</summary>
    public static string Described(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Text(value) is { } text ? $"the text {Quoted.Of(text)}" : "broken Unicode",
        JsonValueKind.Null => "nothing",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        _ => Quoted.Of(value.GetRawText()),
    };
}
