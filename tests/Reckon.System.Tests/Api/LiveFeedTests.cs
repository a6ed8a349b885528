using Reckon.Api.Streaming;

namespace Reckon.System.Tests.Api;

public sealed class LiveFeedTests
{
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task A_watcher_who_does_not_go_on_holds_one_value_however_many_there_are()
    {
        List<WeakReference> told = []; // Written by the feed's look alone, read when it has ended.
        var count = 0;
        var feed = Feed(() =>
        {
            var value = new byte[1_000];
            lock (told)
            {
                told.Add(new WeakReference(value));
            }

            count++;
            return Task.FromResult<byte[]?>(value);
        });
        await using var slow = feed.FollowAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await slow.MoveNextAsync());

        await Wait.UntilAsync(() => Volatile.Read(ref count) > 200);

        GC.Collect();
        lock (told)
        {
            Assert.InRange(told.Count(reference => reference.IsAlive), 1, 5);
        }
    }

    [Fact]
    public async Task A_watcher_who_goes_on_gets_the_latest_value()
    {
        var count = 0;
        var feed = Feed(() => Task.FromResult<byte[]?>(BitConverter.GetBytes(Interlocked.Increment(ref count))));
        await using var slow = feed.FollowAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await slow.MoveNextAsync();
        await Wait.UntilAsync(() => Volatile.Read(ref count) > 20);
        var seen = Volatile.Read(ref count);

        await slow.MoveNextAsync();

        Assert.True(BitConverter.ToInt32(slow.Current) >= seen - 1, "It was an older one.");
    }

    [Fact]
    public async Task Nobody_is_asked_when_nobody_watches_and_who_comes_is_told_at_once()
    {
        var count = 0;
        var feed = new LiveFeed<string>(
            () =>
            {
                Interlocked.Increment(ref count);
                return Task.FromResult<string?>("same");
            },
            (one, other) => one == other, _interval, longest: TimeSpan.FromHours(1), TimeProvider.System);
        await feed.FollowAsync(TestContext.Current.CancellationToken).FirstAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, feed.Watchers);
        await Wait.UntilAsync(() => feed.IsResting);
        var before = count;

        var value = await feed.FollowAsync(TestContext.Current.CancellationToken).FirstAsync(TestContext.Current.CancellationToken);

        Assert.Equal(("same", true), (value, count > before));
    }

    private static LiveFeed<byte[]> Feed(Func<Task<byte[]?>> look) =>
        new(look, (_, _) => false, _interval, TimeSpan.FromSeconds(1), TimeProvider.System);
}
