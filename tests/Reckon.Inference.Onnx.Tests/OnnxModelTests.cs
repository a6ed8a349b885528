using Reckon.Inference.Folders;
using Reckon.Inference.Slots;
using Reckon.Inference.Tests.Kits;

namespace Reckon.Inference.Onnx.Tests;

public sealed class OnnxModelTests : ModelKit
{
    protected override double Tolerance => 1e-3;

    protected override double OperationTolerance => 1e-4; // Measured: 2e-5.

    protected override IModel Open(int slots) =>
        InferenceEngines.OpenModel(ModelFolder.Read(ModelFolders.Proposer), slots, TestDevice.Options, blocks: 16);

    protected override int[] Text(int seed, int length) => Texts.Of(seed, length);
}
