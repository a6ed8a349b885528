using Reckon.Cli.Output;
using Reckon.Search.Running;

namespace Reckon.Cli.Tests.Output;

public sealed class BillTextTests
{
    [Theory]
    [InlineData(1_200, 0, 34, 0, null, "servers counted 1,200 tokens read and 34 written")]
    [InlineData(1_200, 200, 34, 0.0125, "USD", "servers counted 1,200 tokens read, 200 of them from a cache, and 34 written: 0.0125 USD")]
    [InlineData(5, 0, 0, 2, null, "servers counted 5 tokens read and 0 written: 2 in the currency of their price")]
    public void Says_what_servers_counted_and_what_it_costs(long prompt, long cached, long generated, double money, string? currency, string expected) =>
        Assert.Equal(expected, BillText.Of(new ServerUsage(prompt, cached, generated) { Money = money }, currency));
}
