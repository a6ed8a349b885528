using System.Globalization;
using System.Text.Json.Nodes;

namespace Reckon.Evaluation.Yaml;

/// <summary>Turns a piece of a YAML file into JSON. Without quotes a scalar is what it looks like.</summary>
internal static class SourceJson
{
    /// <summary>The JSON; null for nothing.</summary>
    public static JsonNode? Of(SourceNode node) => node switch
    {
        SourceNode.Map map => OfMap(map.Entries),
        SourceNode.List list => new JsonArray([.. list.Items.Select(Of)]),
        SourceNode.Scalar { IsNull: true } => null,
        SourceNode.Scalar { IsPlain: true } plain => OfPlain(plain.Text),
        SourceNode.Scalar text => text.Text,
        _ => throw new InvalidOperationException("A piece of a file is a map, a list or a scalar."),
    };

    /// <summary>An object with these entries, of which no two share a key.</summary>
    public static JsonObject OfMap(IEnumerable<SourceNode.Entry> entries) =>
        new(entries.Select(entry => KeyValuePair.Create(entry.Key.Text, Of(entry.Value))));

    private static JsonValue OfPlain(string text) => text switch
    {
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
