using Reckon.Inference.Slots;
using Reckon.Inference.Tests.Kits;
using Reckon.Simulation;

namespace Reckon.Inference.Tests.Simulation;

public sealed class SimulatedVerifierModelTests : VerifierModelKit
{
    protected override double Tolerance => 0;

    protected override IVerifierModel Open(int slots) =>
        new SimulatedVerifierModel(new SimulatedLanguage(), slots, contextTokens: 64, DevicePace.Instant, blocks: 16);

    protected override int[] Text(int seed, int length) => SimulatedTexts.Text(seed, length);
}
