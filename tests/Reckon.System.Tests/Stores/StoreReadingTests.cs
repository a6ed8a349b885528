using Reckon.Storage;

namespace Reckon.System.Tests.Stores;

public sealed class StoreReadingTests
{
    [Fact]
    public void What_a_server_says_of_itself_is_read() => Assert.Equal(
        new StoreReading(true, 1_048_576, 2_097_152, true),
        StoreReading.Of("# Memory\r\nused_memory:1048576\r\nused_memory_human:1M\r\nmaxmemory:2097152\r\n\r\n# Persistence\r\naof_enabled:1\r\naof_last_write_status:ok\r\n"));

    [Theory]
    [InlineData("", null, null, null)]
    [InlineData("used_memory:much\nmaxmemory:-1\naof_enabled", null, null, null)]
    [InlineData("used_memory:5\nmaxmemory:0\naof_enabled:0\naof_last_write_status:ok", 5L, 0L, null)]
    [InlineData("aof_enabled:1\naof_last_write_status:err", null, null, false)]
    public void What_it_does_not_say_is_not_told(string info, long? used, long? limit, bool? isAppended) =>
        Assert.Equal(new StoreReading(true, used, limit, isAppended), StoreReading.Of(info));
}
