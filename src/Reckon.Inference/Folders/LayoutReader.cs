using System.Text.Json.Nodes;
using Reckon.Inference.Judging;
using Reckon.Inference.Tokens;

namespace Reckon.Inference.Folders;

/// <summary>Finds how a verifier is asked: by name in <c>reckon.json</c>, or by its architecture in <c>config.json</c>.</summary>
internal sealed class LayoutReader(FactList facts, FaultList faults, ITokenizer tokenizer)
{
    private const string Key = "verifier.layout";
    private const string Remedy = "Name the layout that the model was trained with, or take the model's own tokenizer.";

    private static string Names => string.Join(", ", VerifierLayouts.All.Select(layout => layout.Name));

    /// <summary>The layout and its head on this graph; null with a fault where there is none, or the model cannot be read so.</summary>
    public (VerifierLayout Layout, ScoreHead Head)? Read(GraphFacts graph)
    {
        if (Find() is not { } layout)
        {
            return null;
        }

        var before = faults.Count;
        CheckMark(layout);
        var head = HeadOf(layout, graph);
        return faults.Count == before ? (layout, head) : null;
    }

    private VerifierLayout? Find()
    {
        if (facts.Find(ModelDescriptor.FileName, Key) is JsonValue value && value.TryGetValue<string>(out var name))
        {
            facts.Note("layout", name, ModelDescriptor.FileName);
            if (VerifierLayouts.Named(name) is { } named)
            {
                return named;
            }

            faults.Add(ModelDescriptor.FileName, $"'{Key}' to be one of {Names}, not '{name}'", "Correct the name.");
            return null;
        }

        var architectures = (facts.Find("config.json", "architectures") as JsonArray ?? [])
            .Select(node => node is JsonValue text && text.TryGetValue<string>(out var architecture) ? architecture : "");
        if (architectures.Select(VerifierLayouts.Of).FirstOrDefault(layout => layout is not null) is { } found)
        {
            facts.Note("layout", found.Name, "config.json");
            return found;
        }

        faults.Add(ModelDescriptor.FileName, $"'{Key}', one of {Names}: the architecture does not tell how the verifier is asked", "Name the layout.");
        return null;
    }

    // A marker that another tokenizer cuts into pieces would be read at the wrong place.
    private void CheckMark(VerifierLayout layout)
    {
        if (layout.HasMarker && tokenizer.EncodeMarked(layout.After, goesOn: true).Length != 1)
        {
            faults.Add("tokenizer.json", $"one token for '{layout.After.ReplaceLineEndings("\\n")}', which marks the end of a step in the layout {layout.Name}", Remedy);
        }
    }

    private ScoreHead HeadOf(VerifierLayout layout, GraphFacts graph)
    {
        var width = layout.Head switch
        {
            HeadKind.Classes => 2,
            HeadKind.Scalar => 1,
            _ => graph.Width,
        };
        if (graph.Width != width)
        {
            faults.Add("model.onnx", $"{width} numbers a position, which the layout {layout.Name} has, not {graph.Width}", "Export the model with its own head.");
        }

        return layout.Head == HeadKind.TwoTokens
            ? new ScoreHead(graph.Output, layout.Head, Label(layout.Good), Label(layout.Bad))
            : new ScoreHead(graph.Output, layout.Head, width - 1, 0);
    }

    private int Label(string token)
    {
        if (tokenizer.TryGetId(token, out var id))
        {
            return id;
        }

        faults.Add("tokenizer.json", $"a token '{token}', whose probability is the score", Remedy);
        return 0;
    }
}
