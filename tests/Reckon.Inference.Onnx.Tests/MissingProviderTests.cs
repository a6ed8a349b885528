using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Options;

namespace Reckon.Inference.Onnx.Tests;

/// <summary>What is said where a GPU is asked for and there is none.</summary>
public sealed class MissingProviderTests
{
    private static readonly bool _isGpuBuild = File.Exists(Path.Combine(AppContext.BaseDirectory, "libonnxruntime_providers_cuda.so"))
        || Directory.EnumerateFiles(AppContext.BaseDirectory, "libonnxruntime_providers_cuda.so", SearchOption.AllDirectories).Any();

    [Fact]
    public void The_build_for_the_processor_says_how_to_build_for_a_GPU()
    {
        Assert.SkipWhen(_isGpuBuild, "This is the build for a GPU.");

        Assert.Contains("Build the executable with OrtFlavor=Gpu", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_build_for_a_GPU_names_the_library_that_is_missing()
    {
        Assert.SkipUnless(_isGpuBuild, "This is the build for the processor.");
        Assert.SkipWhen(File.Exists("/dev/nvidia0"), "There is a GPU.");

        Assert.Matches(@"lib\w+\.so\.\d+: cannot open shared object file", Refusal());
    }

    private static string Refusal() => Assert.Throws<ModelLoadException>(() => InferenceEngines.OpenProposer(
        ModelFolder.Read(ModelFolders.Proposer), new EngineOptions { MaxRows = 1 }, new OnnxExecutionOptions { Provider = ExecutionProvider.Cuda })).Message;
}
