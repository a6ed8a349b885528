using Reckon.Inference.Slots;
using Reckon.Inference.Tests.Kits;
using Reckon.Simulation;

namespace Reckon.Inference.Tests.Simulation;

public sealed class SimulatedModelTests : ModelKit
{
    protected override double Tolerance => 0;

    protected override double OperationTolerance => 0;

    protected override IModel Open(int slots) =>
        new SimulatedModel(new SimulatedLanguage(), slots, contextTokens: 64, DevicePace.Instant, blocks: 16);

    protected override int[] Text(int seed, int length) => SimulatedTexts.Text(seed, length);
}
