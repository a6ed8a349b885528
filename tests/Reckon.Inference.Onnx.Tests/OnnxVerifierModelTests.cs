using Reckon.Inference.Folders;
using Reckon.Inference.Slots;
using Reckon.Inference.Tests.Kits;

namespace Reckon.Inference.Onnx.Tests;

public sealed class OnnxVerifierModelTests : VerifierModelKit
{
    protected override double Tolerance => 1e-3;

    protected override IVerifierModel Open(int slots) =>
        InferenceEngines.OpenVerifierModel(ModelFolder.Read(ModelFolders.Verifier), slots, TestDevice.Options, blocks: 16);

    protected override int[] Text(int seed, int length) => Texts.Of(seed, length);
}
