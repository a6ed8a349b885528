using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Judging;
using Reckon.Inference.Onnx.Options;
using Reckon.Inference.Tokens;
using Reckon.Search;
using Reckon.Search.Drawing;

namespace Reckon.Inference.Onnx.Tests.Users;

/// <summary>The layouts of published verifiers, on tiny models with the same heads.</summary>
public sealed class VerifierLayoutTests
{
    private static readonly Problem _problem = new("p", "Janet has 12 eggs and sells 3. How many are left?", "9", "", 0);
    private static readonly Proposal _right = Written(Ending.Finished, "Step 1: 12 - 3 = 9.", "The answer is 9.");
    private static readonly Proposal _wrong = Written(Ending.Finished, "Step 1: 12 + 3 = 15.", "The answer is 15.");

    public static TheoryData<string> Names => [.. VerifierLayouts.All.Select(layout => layout.Name)];

    /// <summary>The whole text as the authors of each model put it together, with ↑ after the places that are read.</summary>
    [Theory]
    [InlineData("math-shepherd", "Q Step 1: a. ки↑\nb ки↑")]
    [InlineData("openr-math-psa", "Q Step 1: a. \n\n\n\n\n↑b \n\n\n\n\n↑")]
    [InlineData("qwen2.5-math-prm",
        "<|im_start|>system\nPlease reason step by step, and put your final answer within \\boxed{}.<|im_end|>\n<|im_start|>user\nQ<|im_end|>\n"
        + "<|im_start|>assistant\nStep 1: a.<extra_0>↑b<extra_0>↑")]
    [InlineData("rlhflow-prm",
        "<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\nCutting Knowledge Date: December 2023\nToday Date: 26 Jul 2024\n\n<|eot_id|>"
        + "<|start_header_id|>user<|end_header_id|>\n\nQ Step 1: a.<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n↑"
        + "+<|eot_id|><|start_header_id|>user<|end_header_id|>\n\nb<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n↑")]
    [InlineData("skywork-prm", "Q\nStep 1: a.\n↑b\n↑")]
    [InlineData("trl-token-classification", "QStep 1: a.\n↑b\n↑")]
    [InlineData("qwen2.5-math-rm",
        "<|im_start|>system\nPlease reason step by step, and put your final answer within \\boxed{}.<|im_end|>\n<|im_start|>user\nQ<|im_end|>\n"
        + "<|im_start|>assistant\nStep 1: a.↑\n\nb<|im_end|>↑")]
    public void A_path_has_the_ids_of_the_text_and_is_read_at_its_marks(string name, string text)
    {
        using var folder = Folder(name);
        var files = OnnxFolders.Read(folder.Path, ModelRole.Verifier);
        var (ids, ends) = Path(files, new Problem("p", "Q", "", "", 0), Written(Ending.Finished, "Step 1: a.", "b"));

        var parts = text.Split('↑')[..^1];
        Assert.Equal(string.Concat(parts), string.Concat(Spelled(folder, files.Tokenizer, ids)));
        var prefix = "";
        foreach (var (end, part) in ends.Zip(parts))
        {
            prefix += part;
            Assert.Equal(prefix, string.Concat(Spelled(folder, files.Tokenizer, ids[..(end + 1)])));
        }

        if (name is not ("skywork-prm" or "trl-token-classification")) // Their pieces are encoded one by one.
        {
            Assert.Equal(files.Tokenizer.EncodeMarked(string.Concat(parts)), ids);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Scores_are_what_the_weights_say_at_the_marks(string name)
    {
        using var folder = Folder(name);
        var files = OnnxFolders.Read(folder.Path, ModelRole.Verifier);
        await using var engine = InferenceEngines.OpenVerifier(files, new EngineOptions { MaxRows = 1 }, new OnnxExecutionOptions());

        var reply = await engine.Judge(Asking.Root(_problem), [_right, _wrong]);

        Assert.True(engine.Card.IsRepeatable);
        foreach (var (verdict, proposal) in reply.Verdicts.Zip([_right, _wrong]))
        {
            var (ids, ends) = Path(files, _problem, proposal);
            var hidden = TinyReference.Hidden(folder.Shape, folder.Weights, ids);
            foreach (var (score, end) in verdict.Scores.Zip(ends))
            {
                Assert.Equal(Score(name, files, folder, hidden[end]), score, 1e-4);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Step_by_step_gives_the_bits_of_all_at_once(string name)
    {
        using var folder = Folder(name);
        var files = OnnxFolders.Read(folder.Path, ModelRole.Verifier);
        await using var engine = InferenceEngines.OpenVerifier(files, new EngineOptions { MaxRows = 1 }, new OnnxExecutionOptions());
        await using var other = InferenceEngines.OpenVerifier(files, new EngineOptions { MaxRows = 1, MaxKeptTokens = 0 }, new OnnxExecutionOptions());

        var whole = (await other.Judge(Asking.Root(_problem), [_right])).Verdicts[0].Scores;
        var first = (await engine.Judge(Asking.Root(_problem), [Written(Ending.Open, _right.Steps[0].Text)])).Verdicts[0].Scores;
        var prefix = Asking.Root(_problem) with { Path = [0], Steps = [_right.Steps[0]] };
        var second = (await engine.Judge(prefix, [_right with { Steps = [_right.Steps[1]] }])).Verdicts[0].Scores;

        Assert.Equal(whole, [.. first, .. second]);
    }

    [Theory]
    [InlineData("qwen2.5-math-prm", "Qwen2ForProcessRewardModel")]
    [InlineData("trl-token-classification", "Qwen2ForTokenClassification")]
    public void An_architecture_tells_its_layout(string name, string architecture)
    {
        using var folder = Folder(name);
        folder.Set("reckon.json", "verifier", "null");
        folder.Set("config.json", "architectures", $"[\"{architecture}\"]");

        Assert.Equal(name, OnnxFolders.Read(folder.Path, ModelRole.Verifier).Layout!.Name);
    }

    [Theory]
    [InlineData("qwen2.5-math-prm", "qwen2.5-math-prmm", "'verifier.layout' to be one of qwen2.5-math-prm, skywork-prm")]
    [InlineData("qwen2.5-math-prm", "skywork-prm", "1 numbers a position")]
    [InlineData("skywork-prm", "qwen2.5-math-prm", "one token for '<extra_0>'")]
    [InlineData("openr-math-psa", "math-shepherd", "one token for ' ки'")]
    public void Says_why_a_layout_is_not_the_models(string name, string claimed, string expected)
    {
        using var folder = Folder(name);
        folder.Set("reckon.json", "verifier.layout", $"\"{claimed}\"");

        var fault = Assert.Throws<ModelLoadException>(() => OnnxFolders.Read(folder.Path, ModelRole.Verifier));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    internal static Proposal Written(Ending ending, params string[] steps) => new([.. steps.Select(text => new Step(text, [1], 0))], ending);

    internal static (int[] Ids, int[] Ends) Path(ModelFolder files, Problem problem, Proposal proposal)
    {
        IStepEncoder steps = new LayoutSteps(files.Tokenizer, files.Layout!, files.Begin);
        var chunks = steps.Encode(proposal, 0);
        int[] prompt = [.. files.Prompt.Encode(problem)];
        var ends = chunks.Select((_, i) => prompt.Length + chunks.Take(i + 1).Sum(chunk => chunk.Length) - 1);
        return ([.. prompt, .. chunks.SelectMany(chunk => chunk.Tokens)], [.. ends]);
    }

    private static IEnumerable<string> Spelled(TinyFolder folder, ITokenizer tokenizer, int[] ids)
    {
        var marks = folder.Tokenizer["added_tokens"]!.AsArray().ToDictionary(token => token!["id"]!.GetValue<int>(), token => token!["content"]!.GetValue<string>());
        return ids.Select(id => marks.TryGetValue(id, out var mark) ? mark : tokenizer.Decode([id]));
    }

    internal static TinyFolder Folder(string name)
    {
        var layout = VerifierLayouts.Named(name)!;
        string[] added = name switch
        {
            "qwen2.5-math-prm" => ["<extra_0>"],
            "math-shepherd" => [" ки", " +", " -"],
            "openr-math-psa" => [" \n\n\n\n\n", " +", " -"],
            "rlhflow-prm" => ["<|begin_of_text|>", "<|eot_id|>", "<|start_header_id|>", "<|end_header_id|>"],
            _ => [],
        };
        Action<GraphWriter, string>? head = layout.Head switch
        {
            HeadKind.Classes => (graph, x) =>
            {
                var inner = graph.Node("Relu", [graph.Node("MatMul", [x, graph.Weight("score.0.weight", First())])]);
                Output(graph, 2);
                graph.Into("logits", "MatMul", [inner, graph.Weight("score.2.weight", Second(2))]);
            }
            ,
            HeadKind.Scalar => (graph, x) =>
            {
                Output(graph, 1);
                graph.Into("logits", "MatMul", [x, graph.Weight("v_head.weight", Second(1))]);
            }
            ,
            _ => null,
        };
        var folder = new TinyFolder("optimum", "qwen", added, head);
        File.WriteAllText(folder.In("reckon.json"), $$"""{ "role": "verifier", "verifier": { "layout": "{{name}}" } }""");
        return folder;
    }

    private static void Output(GraphWriter graph, int width) => graph.Output("logits", GraphWriter.FloatType, "batch_size", "sequence_length", width);

    private static Matrix First() => Drawn(64, 64, 3);

    private static Matrix Second(int columns) => Drawn(64, columns, 5);

    private static Matrix Drawn(int rows, int columns, int seed)
    {
        var random = new Random(seed);
        return new Matrix(rows, columns, [.. Enumerable.Range(0, rows * columns).Select(_ => (random.NextSingle() - 0.5f) / 4)]);
    }

    private static double Score(string name, ModelFolder files, TinyFolder folder, double[] hidden)
    {
        switch (VerifierLayouts.Named(name)!.Head)
        {
            case HeadKind.TwoTokens:
                var logits = folder.Weights.Head.Times(hidden);
                var layout = files.Layout!;
                Assert.True(files.Tokenizer.TryGetId(layout.Good, out var good) & files.Tokenizer.TryGetId(layout.Bad, out var bad));
                return 1 / (1 + Math.Exp(logits[bad] - logits[good]));
            case HeadKind.Classes:
                var classes = Second(2).Times([.. First().Times(hidden).Select(value => Math.Max(value, 0))]);
                return 1 / (1 + Math.Exp(classes[0] - classes[1]));
            default:
                return 1 / (1 + Math.Exp(-Second(1).Times(hidden)[0]));
        }
    }
}
