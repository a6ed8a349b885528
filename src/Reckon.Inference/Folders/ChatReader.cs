using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Reckon.Inference.Tokens;
using Reckon.Search;

namespace Reckon.Inference.Folders;

/// <summary>Finds and parses the chat template of a folder, and what its owner wants to be said around a problem.</summary>
internal sealed class ChatReader(string folder, FactList facts, FaultList faults)
{
    private const string Config = "tokenizer_config.json";
    private const string FileName = "chat_template.jinja";
    private const string Fact = "prompt";
    private const string Probe = "Is 17 a prime?";
    private const long MostBytes = 16L << 20;
    private const string Remedy = "Correct the template, or write a 'prompt.template' into reckon.json, which wins over it.";

    /// <summary>The template, tried on a problem; null where there is none, or a fault.</summary>
    public IChatTemplate? Read(ChatTemplateParser parse, ChatTurns turns)
    {
        if (Find() is not var (written, source))
        {
            return null;
        }

        try
        {
            var template = parse(written, facts.TokenAt(Config, "bos_token") ?? "", facts.TokenAt(Config, "eos_token") ?? "");
            ChatMessage[] system = turns.System is { } said ? [new ChatMessage("system", said)] : [];
            ChatMessage[] messages = [.. system, .. ChatTurns.TurnsOf(turns.Examples), new ChatMessage("user", Probe)];
            var text = template.Render(messages, addsGenerationPrompt: true);
            if (ChatTurns.LeftOut(messages, text) is { } missing)
            {
                faults.Add(source, $"a chat template that writes {missing} into the prompt", Remedy);
            }

            facts.Note(Fact, "the chat template", source);
            return template;
        }
        catch (ChatTemplateException fault)
        {
            faults.Add(source, $"a chat template that renders a problem ({fault.Message})", Remedy);
            return null;
        }
    }

    /// <summary>What <c>reckon.json</c> says of the turns: <c>prompt.system</c>, <c>prompt.examples</c>, <c>prompt.revise</c>.</summary>
    public ChatTurns Turns()
    {
        var turns = new ChatTurns { System = Text("prompt.system"), Examples = Examples() };
        return Text("prompt.revise") is { } revise ? turns with { Revise = revise } : turns;
    }

    private string? Text(string key) =>
        facts.Find(ModelDescriptor.FileName, key) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private ImmutableArray<WorkedExample> Examples()
    {
        if (facts.Find(ModelDescriptor.FileName, "prompt.examples") is not { } node)
        {
            return [];
        }

        var turns = (node as JsonArray ?? []).Select(each => each is null
            ? (null, null)
            : (Problem: JsonFile.TextOf(each, "problem"), Solution: JsonFile.TextOf(each, "solution"))).ToArray();
        if (turns.Length == 0 || turns.Any(turn => turn is not ({ Length: > 0 }, { Length: > 0 })) || ((JsonArray)node).Any(each => each is not JsonObject { Count: 2 }))
        {
            faults.Add(ModelDescriptor.FileName, "'prompt.examples' to be a list of { \"problem\", \"solution\" }", "Correct the list, or leave it out.");
            return [];
        }

        return [.. turns.Select(turn => new WorkedExample(turn.Problem!, turn.Solution!))];
    }

    private (string Text, string Source)? Find()
    {
        var said = facts.Find(Config, "chat_template");
        var named = said switch
        {
            JsonValue value when value.TryGetValue<string>(out var text) => text,
            JsonArray several => several.OfType<JsonObject>().Where(each => JsonFile.TextOf(each, "name") == "default")
                .Select(each => JsonFile.TextOf(each, "template")).FirstOrDefault(),
            _ => null,
        };
        if (said is not null && named is null)
        {
            faults.Add(Config, "'chat_template' to be a text, or a list with one that is named 'default'", Remedy);
            return null;
        }

        if (named is { Length: > 0 })
        {
            return (named, Config);
        }

        try
        {
            var path = Path.Combine(folder, FileName);
            if (!Path.Exists(path))
            {
                return null;
            }

            if (FolderFile.Fault(path, MostBytes) is { } expected)
            {
                faults.Add(FileName, expected, Remedy);
                return null;
            }

            return (File.ReadAllText(path), FileName);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add(FileName, "a readable file", Remedy);
            return null;
        }
    }
}
