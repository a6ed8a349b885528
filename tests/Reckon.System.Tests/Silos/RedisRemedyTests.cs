using Reckon.Storage;

namespace Reckon.System.Tests.Silos;

public sealed class RedisRemedyTests
{
    [Theory]
    [InlineData("OOM command not allowed when used memory > 'maxmemory'.", "raise its 'maxmemory'")]
    [InlineData("MISCONF Errors writing to the AOF file: No space left on device", "make room there")]
    [InlineData("READONLY You can't write against a read only replica.", "name the primary")]
    [InlineData("NOREPLICAS Not enough good replicas to write.", "None of its replicas follows it")]
    [InlineData("NOAUTH Authentication required.", "password=SECRET")]
    [InlineData("It was not possible to connect. Error: WRONGPASS invalid username-password pair", "Check user and password")]
    public void What_a_redis_refuses_is_told_with_a_remedy(string error, string remedy)
    {
        Assert.Contains(remedy, RedisRemedy.For(error), StringComparison.Ordinal);
        Assert.StartsWith(error.TrimEnd('.'), RedisRemedy.Told(error), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ERR unknown command")]
    [InlineData("There is no ROOM here")]
    [InlineData("")]
    public void What_is_not_known_is_told_as_it_is(string error)
    {
        Assert.Null(RedisRemedy.For(error));
        Assert.Equal(error, RedisRemedy.Told(error));
    }
}
