using System.Text.Json.Nodes;
using Reckon.Inference.Folders;

namespace Reckon.Inference.Onnx.Tests;

public sealed class TokenizerOnDatasetTests
{
    [Fact]
    public void Decodes_every_text_of_the_dataset_to_itself_and_knows_every_piece()
    {
        var folder = Path.Combine(ModelFolders.Repository, "datasets", "abacus");
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.jsonl") : [];
        var tokenizer = ModelFolder.Read(ModelFolders.Proposer).Tokenizer;
        Assert.True(tokenizer.TryGetId("<unk>", out var unknown));
        Assert.SkipWhen(files.Length == 0, $"There is no dataset in {folder}.");

        foreach (var text in files.SelectMany(File.ReadLines).SelectMany(line => TextsOf(JsonNode.Parse(line)!)))
        {
            var ids = tokenizer.Encode(text);
            Assert.DoesNotContain(unknown, ids);
            Assert.Equal(text, tokenizer.Decode(ids.AsSpan()));
        }
    }

    private static IEnumerable<string> TextsOf(JsonNode line) =>
        ((string[])["problem", "question", "solution"]).Select(key => line[key]?.GetValue<string>()).OfType<string>();
}
