using Google.Protobuf;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Graphs;
using Reckon.Inference.Onnx.Options;
using Reckon.Inference.Slots;
using Reckon.Search;
using Reckon.Search.Trees;

namespace Reckon.Inference.Onnx.Tests.Users;

public sealed class UserFolderTests
{
    public static TheoryData<string> Exports => [.. TinyFolder.Exports];

    [Theory]
    [MemberData(nameof(Exports))]
    public async Task A_folder_as_an_exporter_wrote_it_opens_and_is_repeatable(string export)
    {
        using var folder = new TinyFolder(export);
        var files = OnnxFolders.Read(folder.Path, ModelRole.Proposer);

        await using var engine = InferenceEngines.OpenProposer(files, new EngineOptions { MaxRows = 4 }, new OnnxExecutionOptions());

        Assert.True(engine.Card.IsRepeatable);
        Assert.Equal((256, ModelRole.Proposer), (engine.Card.ContextTokens, engine.Card.Role));
        Assert.Equal(2, files.Ends.Length);
        Assert.Null(files.Begin);
        Assert.Equal("\n\n", files.Descriptor.StepDelimiter);
    }

    [Theory]
    [MemberData(nameof(Exports))]
    public async Task What_is_drawn_has_the_same_bits_alone_and_among_others_and_after_a_replay(string export)
    {
        using var folder = new TinyFolder(export);
        File.WriteAllText(folder.In("reckon.json"), """{ "step": { "delimiter": "e" } }""");
        var files = OnnxFolders.Read(folder.Path);
        await using var one = InferenceEngines.OpenProposer(files, new EngineOptions { MaxRows = 1, MaxKeptTokens = 0 }, new OnnxExecutionOptions());
        await using var many = InferenceEngines.OpenProposer(files, new EngineOptions { MaxRows = 8 }, new OnnxExecutionOptions());
        var root = Asking.Root(Asking.Problems[0]);

        var alone = (await one.Propose(root, 6, Extent.Step)).Proposals;
        var others = many.Propose(Asking.Root(Asking.Problems[1]), 5, Extent.Answer);
        var together = (await many.Propose(root, 6, Extent.Step)).Proposals;
        var open = alone.Index().First(proposal => proposal.Item.Ending == Ending.Open);
        var next = Asking.After(root, open.Index, open.Item);

        Assert.Equal(alone.Select(Asking.Print), together.Select(Asking.Print));
        Assert.Equal(
            (await one.Propose(next, 3, Extent.Answer)).Proposals.Select(Asking.Print),
            (await many.Propose(next, 3, Extent.Answer)).Proposals.Select(Asking.Print));
        Assert.All(alone, proposal => Assert.StartsWith(proposal.Steps[0].Text, files.Tokenizer.Decode(proposal.Steps[0].Tokens.AsSpan()), StringComparison.Ordinal));
        await others;
    }

    [Theory]
    [MemberData(nameof(Exports))]
    public void A_lone_row_runs_beside_another_just_where_alone_it_has_other_bits(string export)
    {
        using var folder = new TinyFolder(export);
        var files = OnnxFolders.Read(folder.Path);
        var descriptor = files.Descriptor;
        var unpaired = files with { Descriptor = descriptor with { Runs = descriptor.Runs with { MindsLoneRows = false } } };

        using var model = InferenceEngines.OpenModel(files, slots: 16, new OnnxExecutionOptions());
        using var alone = InferenceEngines.OpenModel(unpaired, slots: 16, new OnnxExecutionOptions());

        Assert.True(RepeatabilityProbe.Passes(model, files.ProbeText.AsSpan()));
        Assert.Equal(!RepeatabilityProbe.Passes(alone, files.ProbeText.AsSpan()), model.PairsLoneRows);
        Assert.False(alone.PairsLoneRows);
    }

    [Fact]
    public async Task A_sweeps_own_words_are_read_before_the_problem()
    {
        using var folder = new TinyFolder("genai-fp32");
        var files = OnnxFolders.Read(folder.Path);
        var preface = new Preface { System = "Add.", Examples = [new WorkedExample("1 + 1?", "<|im_end|> is 2")] };
        await using var engine = InferenceEngines.OpenProposer(files, new EngineOptions { MaxRows = 4 }, new OnnxExecutionOptions());

        var plain = await engine.Propose(Asking.Root(Asking.Problems[0]), 2, Extent.Step);
        var told = await engine.Propose(Asking.Root(Asking.Problems[0]), 2, Extent.Step, sampling: Asking.Sampling with { Preface = preface });

        var ids = files.Prompt.With(preface).Encode(Asking.Problems[0]);
        Assert.Equal($"Add.\n\n1 + 1?\n<|im_end|> is 2\n\n{Asking.Problems[0].Question}\n", files.Tokenizer.Decode(ids.AsSpan()));
        Assert.DoesNotContain(ids, files.Tokenizer.IsSpecial);
        Assert.Equal((files.Prompt.Encode(Asking.Problems[0]).Length, ids.Length), (plain.PromptTokens, told.PromptTokens));
        Assert.NotEqual(plain.Proposals.Select(Asking.Print), told.Proposals.Select(Asking.Print));
    }

    [Fact]
    public void Tells_where_each_fact_came_from()
    {
        using var folder = new TinyFolder("genai-fp16", "mistral");
        File.WriteAllText(folder.In("reckon.json"), """{ "contextTokens": 100, "step": { "delimiter": "\n" } }""");

        var files = OnnxFolders.Read(folder.Path);

        Assert.Contains(new FolderFact("context", "100", "reckon.json"), files.Facts);
        Assert.Contains(new FolderFact("step delimiter", "\n", "reckon.json"), files.Facts);
        Assert.Contains(new FolderFact("head size", "16", "genai_config.json"), files.Facts);
        Assert.Contains(files.Facts, fact => fact is { Name: "cache", Source: "model.onnx" } && fact.Value.Contains("half precision: 256 bytes", StringComparison.Ordinal));
        Assert.Equal([1, .. files.Tokenizer.Encode("2 + 2?\n")], files.Prompt.Encode(new Problem("p", "2 + 2?", "", "", 0)).AsEnumerable());
    }

    [Fact]
    public void Other_weights_are_another_model()
    {
        using var folder = new TinyFolder("genai-fp32");
        var before = OnnxFolders.Read(folder.Path).Descriptor.Card;
        using (var weights = File.OpenWrite(folder.In("model.onnx.data")))
        {
            weights.WriteByte(7);
        }

        var after = OnnxFolders.Read(folder.Path).Descriptor.Card;

        Assert.NotEqual(before.Sha256, after.Sha256);
        Assert.NotEqual(before.Fingerprint, after.Fingerprint);
    }

    [Theory]
    [InlineData("config.json", "eos_token_id", "null", "'eos_token_id'", "tokenizer_config.json/eos_token", "generation_config.json/eos_token_id")]
    [InlineData("reckon.json", "contextTokens", "-1", "'contextTokens' to be a whole number from 32")]
    [InlineData("reckon.json", "contextTokens", "1", "'contextTokens' to be a whole number from 32")]
    [InlineData("reckon.json", "contextTokens", "1000000000000", "'contextTokens' to be a whole number from 32")]
    [InlineData("reckon.json", "contextTokens", "\"many\"", "'contextTokens' to be a whole number from 32")]
    [InlineData("reckon.json", "contextTokns", "64", "no key 'contextTokns', but name, version, role, contextTokens")]
    [InlineData("reckon.json", "prompt", """{ "sytem": "Add." }""", "no key 'prompt.sytem', but template, system")]
    [InlineData("reckon.json", "name", "7", "'name' to be a text of 1 to 200 characters")]
    [InlineData("reckon.json", "role", "\"judge\"", "'role' to be 'proposer' or 'verifier'")]
    [InlineData("reckon.json", "step", """{ "delimiter": "" }""", "'step.delimiter' to be a text of 1 to 64 characters")]
    [InlineData("config.json", "eos_token_id", "\"x\"", "config.json: expected 'eos_token_id' to be the id of a token, or a list of ids")]
    [InlineData("config.json", "eos_token_id", "[1.5]", "config.json: expected 'eos_token_id' to be the id of a token, or a list of ids")]
    [InlineData("reckon.json", "step", "\"x\"", "'step' to be a section with delimiter")]
    [InlineData("reckon.json", "prompt", "[]", "'prompt' to be a section with template, system")]
    [InlineData("reckon.json", "prompt", """{ "template": 5 }""", "'prompt.template' to be a text that is not empty")]
    [InlineData("reckon.json", "prompt", """{ "examples": [{ "problem": "1", "solution": "2", "hint": "3" }] }""", "'prompt.examples' to be a list of")]
    [InlineData("reckon.json", "prompt", """{ "examples": [{ "problem": "1", "solution": "" }] }""", "'prompt.examples' to be a list of")]
    [InlineData("reckon.json", "verifier", """{ "layout": "skywork-prm" }""", "'verifier' to be beside \"role\": \"verifier\"")]
    [InlineData("reckon.json", "contextTokens", "257", "'contextTokens' of at most 256")]
    [InlineData("reckon.json", "prompt", """{ "template": "Question:" }""", "'prompt.template' that holds {problem} once")]
    [InlineData("reckon.json", "role", "\"verifier\"", "'verifier.layout', one of qwen2.5-math-prm")]
    public void Says_what_a_file_lacks(string file, string place, string json, string expected, params string[] emptied)
    {
        using var folder = new TinyFolder("optimum");
        File.WriteAllText(folder.In("reckon.json"), "{}");
        folder.Set(file, place, json);
        foreach (var other in emptied.Select(each => each.Split('/')))
        {
            folder.Set(other[0], other[1], "null");
        }

        AssertRefused(folder, expected);
    }

    [Theory]
    [InlineData("use_cache_branch", "old merged exports")]
    [InlineData("inputs_embeds", "takes 'input_ids', not 'inputs_embeds'")]
    [InlineData("block_table", "a paged cache")]
    [InlineData("pixel_values", "found 'pixel_values'")]
    public void Refuses_by_name_a_graph_that_it_cannot_run(string input, string expected)
    {
        using var folder = new TinyFolder("optimum");
        Change(folder, model => model.Graph.Input.Add(GraphNodes.Integers(input, "batch")));

        AssertRefused(folder, expected, "onnxruntime_genai.models.builder");
    }

    [Fact]
    public void Refuses_keys_that_no_kernel_of_the_processor_takes()
    {
        using var folder = new TinyFolder("genai-fp16");
        Change(folder, model =>
        {
            foreach (var input in model.Graph.Input.Where(input => input.Name.StartsWith("past", StringComparison.Ordinal)))
            {
                input.Type.TensorType.ElemType = 16;
            }
        });

        AssertRefused(folder, "no processor kernel takes bfloat16", "onnxruntime_genai.models.builder");
    }

    [Fact]
    public void Weights_outside_the_folder_are_refused()
    {
        using var folder = new TinyFolder("optimum");
        Change(folder, model =>
        {
            foreach (var entry in model.Graph.Initializer.SelectMany(tensor => tensor.ExternalData).Where(entry => entry.Key == "location"))
            {
                entry.Value = "../weights";
            }
        });

        AssertRefused(folder, "weights inside the model's folder");
    }

    [Theory]
    [InlineData("tokenizer.json")]
    [InlineData("model.onnx")]
    [InlineData("model.onnx_data")]
    public void Says_which_file_is_missing(string file)
    {
        using var folder = new TinyFolder("optimum");
        File.Delete(folder.In(file));

        AssertRefused(folder, $"  {file}: expected");
    }

    [Fact]
    public void Weights_that_are_no_numbers_are_found_before_work_starts()
    {
        using var folder = new TinyFolder("optimum");
        var data = File.ReadAllBytes(folder.In("model.onnx_data"));
        Array.Fill(data, (byte)0xFF, 0, data.Length);
        File.WriteAllBytes(folder.In("model.onnx_data"), data);

        var fault = Assert.Throws<ModelLoadException>(() => InferenceEngines.OpenProposer(
            OnnxFolders.Read(folder.Path), new EngineOptions { MaxRows = 2 }, new OnnxExecutionOptions()));

        Assert.Contains("logits that are numbers. The weights are damaged", fault.Message, StringComparison.Ordinal);
    }

    internal static void Change(TinyFolder folder, Action<ModelProto> change)
    {
        var model = ModelProto.Parser.ParseFrom(File.ReadAllBytes(folder.In("model.onnx")));
        change(model);
        File.WriteAllBytes(folder.In("model.onnx"), model.ToByteArray());
    }

    private static void AssertRefused(TinyFolder folder, params string[] expected)
    {
        var fault = Assert.Throws<ModelLoadException>(() => OnnxFolders.Read(folder.Path, ModelRole.Proposer));

        Assert.All(expected, text => Assert.Contains(text, fault.Message, StringComparison.Ordinal));
        Assert.All(fault.Faults, each => Assert.NotEmpty(each.Remedy));
    }
}
