using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Reckon.Inference.Engines;
using Reckon.Inference.Tokens;

namespace Reckon.Inference.Folders;

/// <summary>Reads <c>reckon.json</c>.</summary>
internal sealed class DescriptorReader(JsonFile file, FaultList faults)
{
    private const int Format = 1;
    private const int MostSize = 1 << 20; // Of a part of a model; a larger number is damage.
    private const string Layout = "shared-buffer";
    private const string Kind = "process";

    private static readonly KnownKeys _known = new(
        ("", [
            "format", "name", "version", "role", "model", "sha256", "data", "parameters", "contextTokens", "prompt", "step", "endOfText", "kv", "verifier"]),
        ("prompt", ["template", "addBos", "revision"]),
        ("prompt.revision", ["template", "answer"]),
        ("step", ["delimiter"]),
        ("kv", ["layout", "layers", "heads", "headSize"]),
        ("verifier", ["kind", "scores", "state"]),
        ("verifier.state", ["input", "output", "size"]));

    /// <summary>What the file says; null where it is of another format, of which nothing else can be said.</summary>
    public ModelDescriptor? Read()
    {
        if (file.Number("format") != Format)
        {
            file.Missing("format", $"{Format}, the only format that this version reads", Format);
            return null;
        }

        _known.Check(file.Root, faults);
        var role = RoleOf(file.Text("role"));
        return new ModelDescriptor(
            new ModelCard(
                file.Text("name"), file.Text("version"), file.Text("sha256"),
                file.Number("parameters"), (int)file.Number("contextTokens", most: OwnerFile.LongestContext), role),
            FileName(file.Text("model")),
            Template(file.Text("prompt.template")),
            file.Flag("prompt.addBos"),
            file.Text("step.delimiter"),
            [.. file.Texts("endOfText")],
            Cache(),
            role == ModelRole.Verifier ? Scores() : null)
        {
            Data = file.Has("data") ? Data() : [],
            Revision = file.Has("prompt.revision") ? Revision() : null,
        };
    }

    private ModelRole RoleOf(string role) => role switch
    {
        "proposer" => ModelRole.Proposer,
        "verifier" => ModelRole.Verifier,
        _ => file.Missing("role", "'proposer' or 'verifier'", ModelRole.Proposer),
    };

    private ImmutableArray<DataFile> Data()
    {
        var files = (file.Find("data") as JsonArray ?? []).Select(DataFileOf).ToArray();
        return files.Length > 0 && files.All(data => data is not null)
            ? [.. files.OfType<DataFile>()]
            : file.Missing("data", "a list of { \"file\": a name in this folder, \"sha256\": its hash }", ImmutableArray<DataFile>.Empty);
    }

    private static DataFile? DataFileOf(JsonNode? entry) =>
        entry is not null
        && JsonFile.TextOf(entry, "file") is { Length: > 0 } name
        && JsonFile.TextOf(entry, "sha256") is { } sha256
        && IsPlain(name)
            ? new DataFile(name, sha256)
            : null;

    // A descriptor must not reach out of its folder.
    private static bool IsPlain(string name) => name == Path.GetFileName(name);

    private string FileName(string name) =>
        IsPlain(name) ? name : file.Missing("model", "the name of a file in this folder, without a path", "model.onnx");

    private RevisionTemplate Revision() => new(
        Holding("prompt.revision.template", file.Text("prompt.revision.template"), TemplatePrompt.Placeholder, RevisionTemplate.AnswersPlaceholder),
        Holding("prompt.revision.answer", file.Text("prompt.revision.answer"), RevisionTemplate.AnswerPlaceholder));

    private string Template(string template) => Holding("prompt.template", template, TemplatePrompt.Placeholder);

    private string Holding(string key, string text, params string[] placeholders) =>
        placeholders.All(placeholder => text.Split(placeholder).Length == 2)
            ? text
            : file.Missing(key, $"a text that holds {string.Join(" and ", placeholders)} once", string.Concat(placeholders));

    private CacheShape Cache()
    {
        if (file.Text("kv.layout") is not ("" or Layout))
        {
            file.Missing("kv.layout", $"'{Layout}', the only layout that this version runs", Layout);
        }

        return new CacheShape((int)file.Number("kv.layers", most: MostSize), (int)file.Number("kv.heads", most: MostSize), (int)file.Number("kv.headSize", most: MostSize));
    }

    private ScoreShape Scores()
    {
        if (file.Text("verifier.kind") is not ("" or Kind))
        {
            file.Missing("verifier.kind", $"'{Kind}', the only kind that this version runs", Kind);
        }

        var state = file.Has("verifier.state")
            ? new StateShape(file.Text("verifier.state.input"), file.Text("verifier.state.output"), (int)file.Number("verifier.state.size", most: MostSize))
            : null;
        return new ScoreShape(file.Text("verifier.scores"), state);
    }
}
