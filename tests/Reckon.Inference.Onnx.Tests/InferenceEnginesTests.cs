using System.Runtime.InteropServices;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Options;
using Reckon.Inference.Onnx.Tests.Large;

namespace Reckon.Inference.Onnx.Tests;

public sealed partial class InferenceEnginesTests : IDisposable
{
    private readonly DirectoryInfo _copy = Directory.CreateTempSubdirectory("reckon-model-");

    [Fact]
    public async Task Opens_the_models_that_ship()
    {
        await using var proposer = Asking.Proposer();
        await using var verifier = Asking.Verifier();

        Assert.Equal((ModelRole.Proposer, ModelRole.Verifier), (proposer.Card.Role, verifier.Card.Role));
        Assert.Equal((true, true), (proposer.Card.IsRepeatable, verifier.Card.IsRepeatable));
        Assert.Equal(64, proposer.Load.MaxRows);
    }

    [Fact]
    public async Task The_runtime_is_told_to_report_to_nobody()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Its library reads the environment on Linux.");
        await using var proposer = Asking.Proposer();

        Assert.Equal("1", Marshal.PtrToStringUTF8(ReadVariable("ORT_DISABLE_TELEMETRY")));
    }

    [Fact]
    public async Task Opens_a_folder_that_was_read_without_reading_it_again()
    {
        Copy(ModelFolders.Proposer);
        var files = ModelFolder.Read(_copy.FullName);
        File.Delete(Path.Combine(_copy.FullName, "reckon.json"));

        await using var engine = InferenceEngines.OpenProposer(files, new EngineOptions { MaxRows = 2 }, new OnnxExecutionOptions());

        Assert.Equal(files.Descriptor.Card, engine.Card);
    }

    [Fact]
    public void Refuses_a_model_of_another_role()
    {
        var (options, execution) = (new EngineOptions(), new OnnxExecutionOptions());
        var (proposer, verifier) = (ModelFolder.Read(ModelFolders.Proposer), ModelFolder.Read(ModelFolders.Verifier));

        Assert.Contains(
            "'role' to be Proposer, not Verifier",
            Assert.Throws<ModelLoadException>(() => InferenceEngines.OpenProposer(verifier, options, execution)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "'role' to be Verifier, not Proposer",
            Assert.Throws<ModelLoadException>(() => InferenceEngines.OpenVerifier(proposer, options, execution)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_model_that_does_not_know_its_answers()
    {
        Copy(ModelFolders.Proposer);
        Edit("known-answer.json", text => text.Replace("\"tolerance\": 0.001", "\"tolerance\": 1e-9"));

        Assert.Contains("answers of known-answer.json", OpenFault().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_shapes_that_are_not_the_descriptors()
    {
        Copy(ModelFolders.Proposer);
        Edit("reckon.json", text => text.Replace("\"heads\": 2", "\"heads\": 3").Replace("\"layers\": 3", "\"layers\": 4"));

        var fault = OpenFault();

        Assert.Contains("'past_key_values.0.key' to be Single[-1, 3, -1,", fault.Message, StringComparison.Ordinal);
        Assert.Contains("an input or output 'present.3.value'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_file_that_is_no_model()
    {
        Copy(ModelFolders.Proposer);
        var file = Path.Combine(_copy.FullName, "model.onnx");
        File.WriteAllText(file, "This is no model.");
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)));
        Edit("reckon.json", text =>
            System.Text.RegularExpressions.Regex.Replace(text, "\"sha256\": \"[^\"]+\"", $"\"sha256\": \"{hash}\""));

        var fault = OpenFault();

        Assert.Contains("a model that ONNX Runtime can load on Cpu", fault.Message, StringComparison.Ordinal);
        Assert.NotNull(fault.InnerException);
    }

    [Theory]
    [InlineData(ExecutionProvider.Cuda)]
    [InlineData(ExecutionProvider.CudaPlugin)]
    public void Says_what_is_missing_for_a_device_that_is_not_there(ExecutionProvider provider)
    {
        var execution = new OnnxExecutionOptions { Provider = provider };

        var fault = Assert.Throws<ModelLoadException>(() =>
            InferenceEngines.OpenProposer(ModelFolder.Read(ModelFolders.Proposer), new EngineOptions(), execution));

        Assert.Contains($"the execution provider {provider}", fault.Message, StringComparison.Ordinal);
        Assert.Contains("OrtFlavor", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_model_that_runs_one_row_only()
    {
        var files = new LargeModel(vocabulary: 200, rows: 1).WriteTo(_copy.FullName);

        var fault = Assert.Throws<ModelLoadException>(() =>
            InferenceEngines.OpenProposer(files, new EngineOptions { MaxRows = 2 }, new OnnxExecutionOptions()));

        Assert.Contains("a model that runs (", fault.Message, StringComparison.Ordinal);
        Assert.Contains("input_ids", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "--rows")]
    [InlineData(true, "engine.maxKeptTokens")]
    [InlineData(false, "Export the model again")]
    public void Closes_what_was_opened_when_a_later_step_fails_and_says_what_to_do(bool isShortOfMemory, string remedy)
    {
        var files = new LargeModel(vocabulary: 200).WriteTo(_copy.FullName);
        var cause = new InvalidOperationException("Nothing left.");
        using var opened = new MemoryStream();

        var fault = Assert.Throws<ModelLoadException>(() =>
            InferenceEngines.Guard<int>(files, opened, () => throw (isShortOfMemory ? new DeviceMemoryException(cause) : cause)));

        Assert.Contains(remedy, fault.Message, StringComparison.Ordinal);
        Assert.False(opened.CanRead);
    }

    public void Dispose() => _copy.Delete(recursive: true);

    private ModelLoadException OpenFault() =>
        Assert.Throws<ModelLoadException>(() =>
            InferenceEngines.OpenProposer(ModelFolder.Read(_copy.FullName), new EngineOptions(), new OnnxExecutionOptions()));

    private void Copy(string folder)
    {
        foreach (var file in Directory.GetFiles(folder))
        {
            File.Copy(file, Path.Combine(_copy.FullName, Path.GetFileName(file)));
        }
    }

    private void Edit(string file, Func<string, string> change)
    {
        var path = Path.Combine(_copy.FullName, file);
        var (before, after) = (File.ReadAllText(path), change(File.ReadAllText(path)));
        Assert.NotEqual(before, after);
        File.WriteAllText(path, after);
    }

    // The environment of the process, of which .NET keeps a copy for itself.
    [LibraryImport("libc", EntryPoint = "getenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint ReadVariable(string name);
}
