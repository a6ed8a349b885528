using Reckon.Evaluation.Sweeps;
using Reckon.Inference.Folders;

namespace Reckon.Cli.Tests.Running;

public sealed class ModelManifestTests
{
    // Sweep files are read without the models' assembly, so the name is written down twice.
    [Fact]
    public void A_sweep_looks_for_the_file_that_describes_a_model() => Assert.Equal(ModelDescriptor.FileName, ModelPaths.Manifest);
}
