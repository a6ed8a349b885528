using System.Text;
using System.Text.Json;

namespace Reckon.Evaluation.Datasets;

/// <summary>Where the properties of a JSON document are, so that a fault can be reported at its place.</summary>
internal sealed class JsonPlaces
{
    private readonly Dictionary<string, (int Line, int Column)> _places = [];

    /// <summary>The places in <paramref name="json"/>, which holds one valid object.</summary>
    public JsonPlaces(ReadOnlySpan<byte> json)
    {
        var path = new Stack<string>();
        var reader = new Utf8JsonReader(json);
        var (line, lineStart, counted) = (1, 0, 0);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                var start = (int)reader.TokenStartIndex;
                line += json[counted..start].Count((byte)'\n');
                lineStart = Math.Max(lineStart, json[..start].LastIndexOf((byte)'\n') + 1);
                counted = start;
                path.Push(path.TryPeek(out var outer) ? $"{outer}.{reader.GetString()}" : reader.GetString() ?? "");
                _places.TryAdd(path.Peek(), (line, Encoding.UTF8.GetCharCount(json[lineStart..start]) + 1));
            }
            else if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip(); // A list, whose items have no names.
                path.TryPop(out _); // The property whose value this was.
            }
        }
    }

    /// <summary>The place of the property at <paramref name="path"/>, else of the nearest section around it.</summary>
    public (int Line, int Column) Of(string path)
    {
        for (var place = path; place.Length > 0; place = place[..Math.Max(0, place.LastIndexOf('.'))])
        {
            if (_places.TryGetValue(place, out var found))
            {
                return found;
            }
        }

        return (1, 1);
    }
}
