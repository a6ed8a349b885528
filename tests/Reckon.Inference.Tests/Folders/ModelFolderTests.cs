using Reckon.Inference.Engines;
using Reckon.Inference.Folders;

namespace Reckon.Inference.Tests.Folders;

public sealed class ModelFolderTests : IDisposable
{
    private readonly FolderOnDisk _disk = new();

    [Fact]
    public void Reads_a_folder_that_is_right()
    {
        var folder = ModelFolder.Read(_disk.Path, ModelRole.Proposer);

        Assert.Equal(("tiny", "2", 10L, 64, ModelRole.Proposer), (folder.Descriptor.Card.Name, folder.Descriptor.Card.Version,
            folder.Descriptor.Card.Parameters, folder.Descriptor.Card.ContextTokens, folder.Descriptor.Card.Role));
        Assert.Equal((1, 4), (folder.Begin, folder.Delimiter));
        Assert.Equal([2], folder.Ends.AsEnumerable());
        Assert.Equal([1, 9, 6, 3, 5, 4], folder.Prompt.Encode(new Search.Problem("p", "x is 1", "", "", 0)).AsEnumerable());
    }

    [Theory]
    [InlineData("reckon.json", "format", "2", "'format' to be 1")]
    [InlineData("reckon.json", "misspelt", "1", "no key 'misspelt', but format, name")]
    [InlineData("reckon.json", "prompt.system", "\"Add.\"", "no key 'prompt.system', but template, addBos, revision")]
    [InlineData("reckon.json", "name", "null", "'name' to be a text")]
    [InlineData("reckon.json", "role", "\"poet\"", "'role' to be 'proposer' or 'verifier', and found \"poet\"")]
    [InlineData("reckon.json", "role", "\"verifier\"", "'verifier.kind'")]
    [InlineData("reckon.json", "model", "\"../model.onnx\"", "'model' to be the name of a file in this folder")]
    [InlineData("model.onnx", "reckon.json/model", "\"other.onnx\"", "other.onnx: expected a file of the model")]
    [InlineData("model.onnx", "reckon.json/sha256", "\"00\"", "a file with SHA-256 00, not")]
    [InlineData("reckon.json", "data", "[]", "'data' to be a list of")]
    [InlineData("reckon.json", "data", "[{ \"file\": \"../weights\", \"sha256\": \"00\" }]", "'data' to be a list of")]
    [InlineData("weights", "reckon.json/data", "[{ \"file\": \"weights\", \"sha256\": \"00\" }]", "weights: expected a file of the model")]
    [InlineData("config.json", "reckon.json/data", "[{ \"file\": \"config.json\", \"sha256\": \"00\" }]",
        "config.json: expected a file with SHA-256 00, not")]
    [InlineData("reckon.json", "parameters", "0", "'parameters' to be a whole number of at least 1")]
    [InlineData("reckon.json", "contextTokens", "65", "'contextTokens' of at most 64")]
    [InlineData("reckon.json", "prompt", "\"{problem}\"", "'prompt.template' to be a text")]
    [InlineData("reckon.json", "prompt.template", "\"Question:\"", "'prompt.template' to be a text that holds {problem} once")]
    [InlineData("reckon.json", "prompt.revision", "{ \"template\": \"{problem}\", \"answer\": \"{answer}\" }",
        "'prompt.revision.template' to be a text that holds {problem} and {answers} once")]
    [InlineData("reckon.json", "prompt.revision", "{ \"template\": \"{problem}{answers}\", \"answer\": \"\" }", "'prompt.revision.answer' to be a text")]
    [InlineData("reckon.json", "step.delimiter", "\"\\n\\n\"", "'step.delimiter' to be one token of tokenizer.json, which '\\n\\n' is not")]
    [InlineData("reckon.json", "endOfText", "[]", "'endOfText' to be a list of texts")]
    [InlineData("reckon.json", "endOfText", "[\"<pad>\"]", "'endOfText' to hold the token 2")]
    [InlineData("reckon.json", "kv.layout", "\"paged\"", "'kv.layout' to be 'shared-buffer'")]
    [InlineData("config.json", "vocab_size", "9", "'vocab_size' of at least the tokenizer's 10")]
    [InlineData("known-answer.json", "texts", "[]", "'texts' to be a list")]
    [InlineData("known-answer.json", "texts", "[{ \"ids\": [1, 5, 6, 5, 10], \"logits\": [1] }]", "ids below the tokenizer's size, 10")]
    [InlineData("known-answer.json", "texts", "[{ \"ids\": [1, 5], \"logits\": [1] }]", "a text of at least 5 tokens")]
    [InlineData("reckon.json", "contextTokens", "4", "known-answer.json: expected texts of at most 4 tokens")]
    [InlineData("known-answer.json", "tolerance", "0", "'tolerance' to be a number above 0")]
    [InlineData("tokenizer.json", "model.type", "\"Unigram\"", "'model' of a known type (WordLevel, BPE), not 'Unigram'")]
    [InlineData("tokenizer.json", "normalizer", "{ \"type\": \"NFC\" }", "'normalizer' of a known type (none), not 'NFC'")]
    [InlineData("tokenizer.json", "pre_tokenizer.type", "\"ByteLevel\"", "'pre_tokenizer' of a known type (Split), not 'ByteLevel'")]
    [InlineData("tokenizer.json", "pre_tokenizer.behavior", "\"Removed\"", "not 'Removed'")]
    [InlineData("tokenizer.json", "pre_tokenizer.pattern.Regex", "\"(\"", "a pattern that .NET can read")]
    [InlineData("tokenizer.json", "decoder.type", "\"Metaspace\"", "'decoder' of a known type (Fuse), not 'Metaspace'")]
    [InlineData("tokenizer.json", "model.vocab", "{ \"a\": 0, \"b\": 0 }", "a vocabulary 'model.vocab'")]
    [InlineData("tokenizer.json", "model.unk_token", "\"?\"", "'model.unk_token' that is in the vocabulary")]
    public void Says_what_is_wrong_and_where(string file, string place, string json, string expected)
    {
        var (edited, path) = place.Split('/') is [var other, var inner] ? (other, inner) : (file, place);
        _disk.Set(edited, path, json);

        var fault = Assert.Throws<ModelLoadException>(() => ModelFolder.Read(_disk.Path));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        Assert.All(fault.Faults, each => Assert.NotEmpty(each.Remedy));
    }

    [Fact]
    public void A_model_is_another_when_anything_that_decides_its_words_is()
    {
        var before = ModelFolder.Read(_disk.Path).Descriptor.Card.Fingerprint;
        _disk.Set("reckon.json", "prompt.template", "\"{problem}\\n\\n\"");

        Assert.NotEqual(before, ModelFolder.Read(_disk.Path).Descriptor.Card.Fingerprint);
    }

    [Fact]
    public void A_generation_config_is_not_needed_and_is_part_of_the_model_where_it_is()
    {
        var with = ModelFolder.Read(_disk.Path).Descriptor.Card.Fingerprint;
        File.Delete(_disk.In("generation_config.json"));

        Assert.NotEqual(with, ModelFolder.Read(_disk.Path).Descriptor.Card.Fingerprint);

        _disk.Write("generation_config.json", "[ 1, ");
        Assert.Equal("generation_config.json", Assert.Single(Assert.Throws<ModelLoadException>(() => ModelFolder.Read(_disk.Path)).Faults).File);
    }

    [Theory]
    [InlineData("reckon.json")]
    [InlineData("tokenizer.json")]
    [InlineData("config.json")]
    [InlineData("known-answer.json")]
    public void Says_which_file_is_missing_or_no_JSON(string file)
    {
        _disk.Write(file, "[ 1, ");
        Assert.Equal(file, Assert.Single(Assert.Throws<ModelLoadException>(() => ModelFolder.Read(_disk.Path)).Faults).File);

        File.Delete(_disk.In(file));
        Assert.Equal(file, Assert.Single(Assert.Throws<ModelLoadException>(() => ModelFolder.Read(_disk.Path)).Faults).File);
    }

    [Fact]
    public void Tells_all_faults_at_once()
    {
        _disk.Set("reckon.json", "name", "7");
        _disk.Set("reckon.json", "parameters", "\"many\"");
        _disk.Set("tokenizer.json", "decoder.type", "\"BPE\"");
        File.Delete(_disk.In("config.json"));
        File.WriteAllText(_disk.In("model.onnx"), "another model");

        var fault = Assert.Throws<ModelLoadException>(() => ModelFolder.Read(_disk.Path));

        Assert.Equal(
            ["config.json", "model.onnx", "reckon.json", "reckon.json", "tokenizer.json"],
            fault.Faults.Select(each => each.File).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Refuses_a_model_of_another_role_or_no_folder()
    {
        Assert.Contains("'role' to be Verifier",
            Assert.Throws<ModelLoadException>(() => ModelFolder.Read(_disk.Path, ModelRole.Verifier)).Message, StringComparison.Ordinal);
        Assert.Contains("a folder with a model",
            Assert.Throws<ModelLoadException>(() => ModelFolder.Read("/no/such/folder")).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _disk.Dispose();
}
