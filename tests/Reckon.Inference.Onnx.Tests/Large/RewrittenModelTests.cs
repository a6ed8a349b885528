using Reckon.Inference.Onnx.Options;
using Reckon.Inference.Slots;
using Reckon.Inference.Tests.Kits;

namespace Reckon.Inference.Onnx.Tests.Large;

/// <summary>A model with a rewritten head is a model like any other.</summary>
public sealed class RewrittenModelTests(LargeModelFixture large) : ModelKit, IClassFixture<LargeModelFixture>
{
    protected override double Tolerance => 1e-3;

    protected override double OperationTolerance => 1e-4;

    protected override IModel Open(int slots) => large.Open(HeadRewrite.Top, slots, blocks: 16);

    protected override int[] Text(int seed, int length) => Texts.Of(seed, length);
}
