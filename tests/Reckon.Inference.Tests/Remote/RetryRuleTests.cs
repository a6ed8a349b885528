using System.Net.Http.Headers;
using Reckon.Inference.Remote;

namespace Reckon.Inference.Tests.Remote;

public sealed class RetryRuleTests
{
    [Theory]
    [InlineData(1, 0.0, null, 0.125)]
    [InlineData(1, 1.0, null, 0.25)]
    [InlineData(4, 1.0, null, 2)]
    [InlineData(8, 1.0, null, 20)] // Never longer.
    [InlineData(1, 0.5, 7.0, 7)] // As the server asks.
    [InlineData(1, 0.5, 900.0, 20)]
    public void Pauses_double_and_chance_parts_them(int tried, double chance, double? told, double seconds) => Assert.Equal(
        seconds, RetryRule.Pause(tried, chance, told is { } asked ? TimeSpan.FromSeconds(asked) : null).TotalSeconds, 1e-9);

    [Theory]
    [InlineData("7", 7.0)]
    [InlineData("Wed, 01 Jan 2025 00:00:30 GMT", 30.0)]
    public void A_server_may_ask_for_time_in_seconds_or_until_a_date(string header, double seconds) => Assert.Equal(
        seconds,
        RetryRule.Told(RetryConditionHeaderValue.Parse(header), new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero))!.Value.TotalSeconds);

    [Theory]
    [InlineData(429, true, true)]
    [InlineData(503, true, true)]
    [InlineData(500, false, true)]
    [InlineData(400, false, false)]
    [InlineData(401, false, false)]
    [InlineData(404, false, false)]
    public void What_a_status_means(int status, bool isBusy, bool mayPass) =>
        Assert.Equal((isBusy, mayPass), (RetryRule.IsBusy(status), RetryRule.MayPass(status)));

    [Fact]
    public void A_busy_server_gets_half_as_much_and_slowly_more_again()
    {
        var limit = new AdaptiveLimit(8);
        limit.BackOff();
        Assert.Equal(4, limit.Current);
        for (var i = 0; i < 5; i++)
        {
            limit.Succeed();
        }

        Assert.Equal(5, limit.Current);
        for (var i = 0; i < 1000; i++)
        {
            limit.Succeed();
        }

        Assert.Equal(8, limit.Current);
        for (var i = 0; i < 10; i++)
        {
            limit.BackOff();
        }

        Assert.Equal(1, limit.Current);
    }
}
