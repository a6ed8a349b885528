using System.Globalization;
using System.Text;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Testing;

namespace Reckon.Inference.Tests.Folders;

public sealed class ModelMemoryTests
{
    private const int Context = 4096;

    // Layers, key and value heads, and head size as the config.json of each has them; millions of weights, those of the embedding among
    // them, and whether it is the head, too.
    private static readonly (string Name, CacheShape Cache, double Millions, double Embedding, bool IsTied)[] _sizes =
    [
        ("Qwen2.5-0.5B", new(24, 2, 64), 494, 136, true), ("Llama-3.2-1B", new(16, 8, 64), 1236, 263, true),
        ("Qwen2.5-1.5B", new(28, 2, 128), 1544, 233, true), ("Llama-3.2-3B", new(28, 8, 128), 3213, 394, true),
        ("Qwen2.5-7B", new(28, 4, 128), 7616, 545, false), ("Llama-3.1-8B", new(32, 8, 128), 8030, 525, false),
    ];

    [Fact]
    public void The_table_in_the_documentation_is_the_codes_arithmetic()
    {
        var document = Path.Combine(RepositoryRoot.Folder, "docs/models.md");
        var text = File.ReadAllText(document);
        if (Environment.GetEnvironmentVariable("GOLDEN") == "write")
        {
            var start = text.IndexOf("<!-- memory -->", StringComparison.Ordinal);
            var end = text.IndexOf("## Servers", StringComparison.Ordinal);
            File.WriteAllText(document, $"{text[..start]}<!-- memory -->\n\n{Table()}\n{text[end..]}");
            return;
        }

        Assert.Contains(Table(), text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(16_384, 64, 65_536)] // All of it.
    [InlineData(512, 64, 4_096)] // Fewer kept tokens first.
    [InlineData(64, 16, 0)]
    public void Rows_and_prefixes_fit_the_memory(int mebibytes, int rows, int kept)
    {
        using var disk = new FolderOnDisk();
        var read = ModelFolder.Read(disk.Path);
        var folder = read with { Descriptor = read.Descriptor with { Cache = new CacheShape(8, 8, 64) } }; // 32 KiB a token.

        var fitting = ModelMemory.Fit(folder, new EngineOptions(), (long)mebibytes << 20);

        Assert.Equal((rows, kept), (fitting.MaxRows, fitting.MaxKeptTokens));
    }

    [Fact]
    public void Says_how_much_is_needed_where_not_one_row_has_room()
    {
        using var disk = new FolderOnDisk();
        var read = ModelFolder.Read(disk.Path);
        var folder = read with { Descriptor = read.Descriptor with { Cache = new CacheShape(8, 8, 64) } };

        var fault = Assert.Throws<ModelLoadException>(() => ModelMemory.Fit(folder, new EngineOptions(), 1 << 20));

        Assert.Contains("0.00 GiB", fault.Message, StringComparison.Ordinal);
        Assert.Contains("contextTokens", fault.Message, StringComparison.Ordinal);
    }

    private static string Table()
    {
        var table = new StringBuilder("| model | a token | a row of 4,096 tokens | weights, int4 | with 4 rows, 2 that wait and 16,384 kept tokens |\n|---|---|---|---|---|\n");
        foreach (var (name, cache, millions, embedding, isTied) in _sizes)
        {
            // Four bits a weight, and a scale in single precision for 32 of them. The embedding is a table in single precision.
            var products = isTied ? millions : millions - embedding;
            var weights = (long)(1e6 * ((products * (4 + (32 / 32.0)) / 8) + (embedding * 4)));
            var memory = ModelMemory.Of(
                new ModelFootprint(weights, cache, Context, IsVerifier: false), new EngineOptions { MaxRows = 4, MaxKeptTokens = 16_384 });
            table.Append(CultureInfo.InvariantCulture, $"| {name} | {cache.TokenBytes / 1024.0:0} KiB | {ModelMemory.Gibibytes(Context * cache.TokenBytes)} ");
            table.Append(CultureInfo.InvariantCulture, $"| {ModelMemory.Gibibytes(memory.Weights)} | {ModelMemory.Gibibytes(memory.Total)} |\n");
        }

        return table.ToString();
    }
}
