using Reckon.Simulation;

namespace Reckon.Inference.Tests.Simulation;

/// <summary>Token sequences for the kits: some make sense in the simulated language, most do not.</summary>
internal static class SimulatedTexts
{
    public static int[] Text(int seed, int length) =>
        [.. Enumerable.Range(0, length)
            .Select(i => i == 2 ? SimulatedTokenizer.Go : 4 + (int)(SimulatedHash.Mix((ulong)seed, (ulong)i) % 256))];
}
