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
