using System.Collections.Immutable;
using Reckon.Cli.Hosting;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;

namespace Reckon.Cli.Tests.Hosting;

public sealed class MemoryPlanTests
{
    private const long Gibibyte = 1L << 30;

    private static readonly CacheShape _cache = new(Layers: 16, Heads: 8, HeadSize: 64); // 65,536 bytes a token.

    // As models of a billion parameters in single precision have it.
    private static readonly ImmutableArray<ModelFootprint> _models =
        [new(4 * Gibibyte, _cache, 2_048, IsVerifier: false), new(4 * Gibibyte, _cache, 2_048, IsVerifier: true)];

    private static readonly EngineOptions _usual = new();

    [Fact]
    public void What_fits_is_left_as_it_is() => Assert.Same(_usual, MemoryPlan.Fit(_usual, _models, 64 * Gibibyte));

    [Theory]
    [InlineData(36)]
    [InlineData(32)]
    public void Caches_give_way_first(int gibibytes)
    {
        var fitting = MemoryPlan.Fit(_usual, _models, gibibytes * Gibibyte);

        Assert.Equal(_usual.MaxRows, fitting.MaxRows);
        Assert.InRange(fitting.MaxKeptTokens, 1, _usual.MaxKeptTokens - 1);
        Assert.True(MemoryPlan.Bytes(fitting, _models) <= 0.7 * gibibytes * Gibibyte);
    }

    [Theory]
    [InlineData(20, 16)]
    [InlineData(13, 4)]
    public void Then_rows_do(int gibibytes, int rows)
    {
        var fitting = MemoryPlan.Fit(_usual, _models, gibibytes * Gibibyte);

        Assert.Equal((rows, rows / 2), (fitting.MaxRows, fitting.MaxParkedRows));
        Assert.True(MemoryPlan.Bytes(fitting, _models) <= 0.7 * gibibytes * Gibibyte);
    }

    [Fact]
    public void Where_not_even_one_row_fits_it_says_what_is_needed()
    {
        var refused = Assert.Throws<ClusterSettingException>(() => MemoryPlan.Fit(_usual, _models, 8 * Gibibyte));

        Assert.Contains("may take 8192 MiB. Raise its limit", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2147483648\n", 2_147_483_648L)]
    [InlineData("max\n", null)]
    [InlineData("9223372036854771712\n", null)]
    [InlineData("", null)]
    public void The_kernels_files_are_read(string text, long? bytes) => Assert.Equal(bytes, ContainerMemory.Parse(text));
}
