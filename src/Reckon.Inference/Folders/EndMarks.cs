using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Reckon.Inference.Tokens;

namespace Reckon.Inference.Folders;

/// <summary>Finds the marks that end a text: all that any file names.</summary>
internal sealed class EndMarks(FactList facts, FaultList faults, ITokenizer tokenizer)
{
    private static readonly (string File, string Key)[] _places =
    [
        ("genai_config.json", "model.eos_token_id"), ("config.json", "eos_token_id"), ("config.json", "text_config.eos_token_id"),
        ("generation_config.json", "eos_token_id"),
    ];

    /// <summary>Their ids, ascending; at least one, or a fault.</summary>
    public ImmutableArray<int> Find()
    {
        var ids = new SortedSet<int>();
        foreach (var (file, key) in _places)
        {
            int[] named = [.. IdsAt(file, key)];
            int[] found = [.. named.Where(id => id >= 0 && id < tokenizer.Size)];
            if (found.Length < named.Length)
            {
                facts.Note("end marks without a token", $"{string.Join(", ", named.Except(found))}, left out", file);
            }

            ids.UnionWith(found);
            if (found.Length > 0)
            {
                facts.Note("end marks", string.Join(", ", found), file);
            }
        }

        if (facts.TokenAt("tokenizer_config.json", "eos_token") is { } mark && tokenizer.TryGetId(mark, out var end))
        {
            ids.Add(end);
            facts.Note("end mark", $"{end} ({mark})", "tokenizer_config.json");
        }

        if (ids.Count == 0)
        {
            faults.Add("config.json", "'eos_token_id', a token of the tokenizer that ends a text, in this or another file", "Add the file of the model.");
        }

        return [.. ids];
    }

    private IEnumerable<int> IdsAt(string file, string key)
    {
        int?[] named = facts.Find(file, key) switch
        {
            null => [],
            JsonArray ids => [.. ids.Select(JsonFile.IntegerOf)],
            var id => [JsonFile.IntegerOf(id)],
        };
        if (named.Contains(null))
        {
            faults.Add(file, $"'{key}' to be the id of a token, or a list of ids", "Correct it, or fetch the model's own file.");
        }

        return named.OfType<int>();
    }
}
