using System.Text.Json.Nodes;
using Reckon.Inference.Folders;
using Reckon.Inference.Remote;
using Reckon.Search.Running;

namespace Reckon.Inference.Tests.Remote;

public sealed class UsageFormTests
{
    [Theory]
    [InlineData("""{"usage":{"prompt_tokens":10,"completion_tokens":4,"prompt_tokens_details":{"cached_tokens":6}}}""", 10, 6, 4)]
    [InlineData("""{"usage":{"prompt_tokens":10,"completion_tokens":4,"prompt_tokens_details":null}}""", 10, 0, 4)]
    [InlineData("""{"usage":{"prompt_tokens":10}}""", 10, 0, 0)]
    [InlineData("""{"tokens_evaluated":10,"tokens_cached":6,"tokens_predicted":4}""", 10, 6, 4)]
    [InlineData("""{"usage":{"prompt_tokens":10,"prompt_tokens_details":{"cached_tokens":99}}}""", 10, 10, 0)] // No more than were sent.
    [InlineData("""{"usage":{"prompt_tokens":"ten"}}""", 0, 0, 0)]
    public void Reads_what_each_server_counts(string json, long prompt, long cached, long generated) =>
        Assert.Equal(new ServerUsage(prompt, cached, generated), UsageForm.Read(JsonNode.Parse(json)!.AsObject()));

    [Fact]
    public void A_server_that_counts_nothing_says_nothing() => Assert.Null(UsageForm.Read([]));

    [Fact]
    public void The_bill_tells_cached_tokens_apart()
    {
        using var bill = new RemoteBill("m", new RemotePrice("USD", Prompt: 2, Generated: 8) { Cached = 0.5 });
        bill.Add(new ServerUsage(1_000_000, 400_000, 0));
        bill.Add(new ServerUsage(0, 0, 500_000));

        Assert.Equal((0.6 * 2) + (0.4 * 0.5) + (0.5 * 8), bill.Total.Money, 1e-12);
        Assert.Equal(new ServerUsage(1_000_000, 400_000, 500_000), bill.Total with { Money = 0 });
    }

    [Fact]
    public void Cached_tokens_cost_what_others_do_unless_somebody_says() =>
        Assert.Equal(2, new RemotePrice("USD", 2, 8).Of(new ServerUsage(1_000_000, 900_000, 0)), 1e-12);
}
