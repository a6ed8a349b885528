using Reckon.Cli.Hosting;

namespace Reckon.Cli.Tests.Hosting;

public sealed class DeviceRoomTests
{
    [Theory]
    [InlineData(100, new long[] { 60 }, 60, 100)]
    [InlineData(100, new long[] { 60, 10 }, 60, 75)]
    [InlineData(100, new long[] { 60, 10 }, 10, 25)]
    [InlineData(50, new long[] { 60, 10 }, 60, 50)]
    public void Each_model_has_its_weights_and_an_equal_part_of_what_all_leave(long free, long[] weights, long own, long room) =>
        Assert.Equal(room, DeviceRoom.For(free, weights, own));
}
