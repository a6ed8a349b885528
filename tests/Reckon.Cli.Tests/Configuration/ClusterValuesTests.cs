using Reckon.Cli.Configuration;

namespace Reckon.Cli.Tests.Configuration;

public sealed class ClusterValuesTests
{
    [Theory]
    [InlineData("127.0.0.1:6379")]
    [InlineData("a:1,b:2,password=secret,ssl=true")]
    [InlineData("sentinel:26379,serviceName=mymaster")]
    public void A_redis_is_written_as_its_client_writes_it(string text) =>
        Assert.Equal(text, new ValueKind.RedisConnection().Parse(text));

    [Theory, InlineData(""), InlineData("host:1,nonsense=1"), InlineData("ssl=true")]
    public void A_redis_without_an_address_or_with_unknown_options_is_refused(string text) =>
        Assert.Null(new ValueKind.RedisConnection().Parse(text));

    [Fact]
    public void The_password_of_a_redis_is_never_shown() =>
        Assert.DoesNotContain("secret", new ValueKind.RedisConnection().Show("a:1,password=secret"), StringComparison.Ordinal);

    [Theory, InlineData("10.0.0.7", true), InlineData("::1", true), InlineData("0.0.0.0", false), InlineData("host", false)]
    public void An_address_is_one_that_others_can_reach(string text, bool isOne) =>
        Assert.Equal(isOne, new ValueKind.Address().Parse(text) is not null);

    [Theory, InlineData("0", true), InlineData("0,3,1", true), InlineData("", false), InlineData("0,0", false), InlineData("64", false), InlineData("0;1", false)]
    public void Devices_are_numbers_each_once(string text, bool areValid) =>
        Assert.Equal(areValid, new ValueKind.DeviceNumbers(64).Parse(text) is not null);

    [Theory, InlineData("reckon", true), InlineData("a.b-c_1", true), InlineData("a/b", false), InlineData("", false)]
    public void A_name_has_no_letters_that_a_store_reads_otherwise(string text, bool isOne) =>
        Assert.Equal(isOne, new ValueKind.Name().Parse(text) is not null);
}
