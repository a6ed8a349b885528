using System.Text.Json.Nodes;
using Reckon.Inference.Tokens;

namespace Reckon.Inference.Folders;

/// <summary>Finds the mark with which prompts begin. Some models have none.</summary>
internal sealed class BeginMark(FactList facts, JsonFile tokens, ITokenizer tokenizer)
{
    private const string Fact = "begin mark";
    private const string Config = "tokenizer_config.json";

    /// <summary>Its id; null where prompts have none.</summary>
    public int? Find()
    {
        var mark = facts.TokenAt(Config, "bos_token");
        var added = facts.Find(Config, "add_bos_token") is JsonValue flag && flag.TryGetValue<bool>(out var says) ? says : (bool?)null;
        var template = TemplateMark();
        if (added == false || (added is null && template is null) || (mark ?? template) is not { } text || !tokenizer.TryGetId(text, out var id))
        {
            facts.Note(Fact, "none", added is null ? tokens.Name : Config);
            return null;
        }

        facts.Note(Fact, $"{id} ({text})", added is null ? tokens.Name : Config);
        return id;
    }

    // What the tokenizer itself puts first.
    private string? TemplateMark() => Parts().Select(part => part["single"] is JsonArray { Count: > 0 } single && single[0] is JsonObject first
            && first["SpecialToken"] is { } special ? JsonFile.TextOf(special, "id") : null)
        .FirstOrDefault(mark => mark is not null);

    private IEnumerable<JsonObject> Parts() => tokens.Root["post_processor"] switch
    {
        JsonObject sequence when sequence["processors"] is JsonArray parts => parts.OfType<JsonObject>(),
        JsonObject one => [one],
        _ => [],
    };
}
