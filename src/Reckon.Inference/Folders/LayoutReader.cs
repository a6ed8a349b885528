using System.Text.Json.Nodes;
using Reckon.Inference.Judging;
using Reckon.Inference.Tokens;

namespace Reckon.Inference.Folders;

/// <summary>Finds how a verifier is asked: by name in <c>reckon.json</c>, or by its architecture in <c>config.json</c>.</summary>
internal sealed class LayoutReader(FactList facts, FaultList faults, ITokenizer tokenizer)
{
    /// <summary>
    /// The name of the layout of a verifier that was made for Reckon: each step is followed by its delimiter, the last one of an answer by
    /// the end mark, and a score is a number in [0, 1], or two classes.
    /// </summary>
    public const string Delimited = "delimited";

    private const string Key = "verifier.layout";
    private const string Remedy = "Name the layout that the model was trained with, or take the model's own tokenizer.";

    private static string Names => string.Join(", ", VerifierLayouts.All.Select(layout => layout.Name));

    /// <summary>The layout and its head on this graph; null with a fault where there is none, or the model cannot be read so.</summary>
    public (VerifierLayout Layout, ScoreHead Head)? Read(GraphFacts graph)
    {
        if (Find("") is not { } layout)
        {
            return null;
        }

        var before = faults.Count;
        CheckMark(layout);
        var head = HeadOf(layout, graph);
        return faults.Count == before ? (layout, head) : null;
    }

    /// <summary>How a server is asked for scores; null with a fault where it cannot be. A layout of null is the one of <see cref="Delimited"/>.</summary>
    public (VerifierLayout? Layout, RemoteScores Scores)? ReadRemote(RemoteKind kind, string? delimiter)
    {
        var before = faults.Count;
        var isDelimited = facts.Find(ModelDescriptor.FileName, Key) is JsonValue value && value.TryGetValue<string>(out var name) && name == Delimited;
        var layout = isDelimited ? null : Find($", {Delimited}");
        if (layout is null && !isDelimited)
        {
            return null;
        }

        if (layout is null)
        {
            Require(delimiter is not null && tokenizer.TryGetId(delimiter, out _), "'step.delimiter', which is one token of tokenizer.json");
        }
        else
        {
            CheckMark(layout);
        }

        var route = new ScoreRouteReader(facts, faults).Read(kind, layout);
        var isLabelled = layout?.Head == HeadKind.TwoTokens;
        var scores = new RemoteScores(route, layout?.Head)
        {
            Good = isLabelled ? Label(layout!.Good) : 0,
            Bad = isLabelled ? Label(layout!.Bad) : 0,
            Marker = layout is { HasMarker: true } ? tokenizer.EncodeMarked(layout.After, goesOn: true)[0] : null,
            IsWhole = layout?.IsOutcomeOnly == true,
        };
        return faults.Count == before ? (layout, scores) : null;
    }

    private void Require(bool holds, string expected)
    {
        if (!holds)
        {
            faults.Add(ModelDescriptor.FileName, expected, "Name a token of the vocabulary.");
        }
    }

    private VerifierLayout? Find(string others)
    {
        if (facts.Find(ModelDescriptor.FileName, Key) is JsonValue value && value.TryGetValue<string>(out var name))
        {
            facts.Note("layout", name, ModelDescriptor.FileName);
            if (VerifierLayouts.Named(name) is { } named)
            {
                return named;
            }

            faults.Add(ModelDescriptor.FileName, $"'{Key}' to be one of {Names}{others}, not '{name}'", "Correct the name.");
            return null;
        }

        var architectures = (facts.Find("config.json", "architectures") as JsonArray ?? [])
            .Select(node => node is JsonValue text && text.TryGetValue<string>(out var architecture) ? architecture : "");
        if (architectures.Select(VerifierLayouts.Of).FirstOrDefault(layout => layout is not null) is { } found)
        {
            facts.Note("layout", found.Name, "config.json");
            return found;
        }

        faults.Add(ModelDescriptor.FileName, $"'{Key}', one of {Names}{others}: the architecture does not tell how the verifier is asked", "Name the layout.");
        return null;
    }

    // A marker that another tokenizer cuts into pieces would be read at the wrong place.
    private void CheckMark(VerifierLayout layout)
    {
        foreach (var mark in layout.Marks.Where(mark => !tokenizer.TryGetId(mark, out _)))
        {
            faults.Add("tokenizer.json", $"a token '{mark}', which the layout {layout.Name} writes around problem and steps", Remedy);
        }

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
