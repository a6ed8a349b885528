namespace Reckon.Inference.Onnx.Tests;

/// <summary>Token sequences of no meaning, which any model must read.</summary>
internal static class Texts
{
    public static int[] Of(int seed, int length) =>
        [.. Enumerable.Range(0, length).Select(i => 4 + ((((seed + 1) * 7919) + (i * i * 31) + (i * 17)) % 100))];
}
