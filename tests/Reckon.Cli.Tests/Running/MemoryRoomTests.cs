using Reckon.Cli.Running;

namespace Reckon.Cli.Tests.Running;

public sealed class MemoryRoomTests
{
    private readonly List<string> _warnings = [];

    [Fact]
    public async Task Warns_once_when_most_of_the_memory_is_taken()
    {
        long[] used = [7L << 30, 8L << 30, 9L << 30];

        await PassAsync(used, limit: 10L << 30);

        var warning = Assert.Single(_warnings);
        Assert.StartsWith("warning: the run takes 8.0 GiB of 10.0 GiB of memory", warning, StringComparison.Ordinal);
        Assert.Contains("--rows", warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7L << 30, 10L << 30)]
    [InlineData(long.MaxValue, null)] // Nobody knows how much there is.
    public async Task Says_nothing_while_there_is_room(long used, long? limit)
    {
        await PassAsync([used], limit);

        Assert.Empty(_warnings);
    }

    private async Task PassAsync(long[] used, long? limit)
    {
        var at = 0;
        var room = new MemoryRoom(() => used[at], limit, warning =>
        {
            _warnings.Add(warning);
            return Task.CompletedTask;
        });
        await foreach (var update in room.GuardAsync(UpdatesAsync(used.Length), TestContext.Current.CancellationToken))
        {
            at = Math.Min(update + 1, used.Length - 1);
        }
    }

    private static async IAsyncEnumerable<int> UpdatesAsync(int count)
    {
        await Task.Yield();
        for (var i = 0; i < count; i++)
        {
            yield return i;
        }
    }
}
