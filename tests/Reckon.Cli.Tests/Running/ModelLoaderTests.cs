using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Reckon.Cli.Running;
using Reckon.Evaluation.Diagnostics;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Testing;

namespace Reckon.Cli.Tests.Running;

public sealed partial class ModelLoaderTests : IDisposable
{
    // An ONNX file that says that the weights of its one tensor are in the file w.bin.
    private static readonly byte[] _graph =
        [0x3A, 0x15, 0x2A, 0x13, 0x6A, 0x11, 0x0A, 0x08, .. "location"u8, 0x12, 0x05, .. "w.bin"u8];

    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Finds_weights_outside_the_models_file_that_its_descriptor_does_not_name()
    {
        var faults = Assert.IsType<Validated<ModelFolder>.Invalid>(ModelLoader.Load(FolderWith(_graph), ModelRole.Proposer)).Diagnostics;

        Assert.Contains("'data' to name the file 'w.bin', from which model.onnx takes weights, and which is not there", Assert.Single(faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_a_model_whose_weights_are_in_its_file() =>
        Assert.IsType<Validated<ModelFolder>.Valid>(ModelLoader.Load(FolderWith([0x3A, 0x00]), ModelRole.Proposer));

    private string FolderWith(byte[] graph)
    {
        var source = Path.Combine(RepositoryRoot.Folder, "models", "abacus-proposer");
        Assert.SkipUnless(File.Exists(Path.Combine(source, "tokenizer.json")), "The shipped models are not in models/.");
        foreach (var file in Directory.EnumerateFiles(source).Where(file => !file.EndsWith(".onnx", StringComparison.Ordinal)))
        {
            File.Copy(file, _temp.File(Path.GetFileName(file)));
        }

        File.WriteAllBytes(_temp.File("model.onnx"), graph);
        var descriptor = File.ReadAllText(_temp.File("reckon.json"));
        File.WriteAllText(_temp.File("reckon.json"), Sha256().Replace(descriptor, Convert.ToHexStringLower(SHA256.HashData(graph))));
        return _temp.Path;
    }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Sha256();
}
