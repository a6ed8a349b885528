using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Trials;

namespace Reckon.Inference.Onnx.Tests;

public sealed class RooflineTests
{
    private static readonly CacheShape _cache = new(Layers: 28, Heads: 2, HeadSize: 128); // 57,344 bytes a token.

    [Theory]
    [InlineData(1, 0, 100)] // A gigabyte, a hundred times a second.
    [InlineData(16, 0, 1_600)]
    [InlineData(16, 1_000, 834.4)] // 917,504,000 bytes of cache beside it.
    public void Weights_are_read_once_a_step_and_each_rows_cache_too(int rows, int rowTokens, double expected) =>
        Assert.Equal(expected, Roofline.TokensPerSecond(1_000_000_000, _cache, rows, rowTokens, bandwidth: 1e11), 0.1);
}
