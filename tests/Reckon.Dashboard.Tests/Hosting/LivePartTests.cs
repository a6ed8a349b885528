using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Reckon.Dashboard.Hosting;

namespace Reckon.Dashboard.Tests.Hosting;

public sealed class LivePartTests
{
    private readonly CancellationToken _ended = TestContext.Current.CancellationToken;
    private readonly Channel<string> _frames = Channel.CreateUnbounded<string>();
    private int _renderings;

    [Fact]
    public async Task Everybody_sees_what_is_rendered_once()
    {
        var part = new LivePart(RenderAsync);
        await using var first = part.FramesAsync(null, _ended).GetAsyncEnumerator(_ended);
        await using var second = part.FramesAsync(null, _ended).GetAsyncEnumerator(_ended);
        _frames.Writer.TryWrite("a");
        Assert.Equal(("a", "a"), (await NextAsync(first), await NextAsync(second)));
        Assert.Equal(1, _renderings);
    }

    [Fact]
    public async Task Who_comes_back_is_not_sent_what_they_have()
    {
        var part = new LivePart(RenderAsync);
        await using var staying = part.FramesAsync(null, _ended).GetAsyncEnumerator(_ended);
        _frames.Writer.TryWrite("a");
        await NextAsync(staying);
        await using var back = part.FramesAsync(staying.Current.Id, _ended).GetAsyncEnumerator(_ended);
        var next = NextAsync(back);
        _frames.Writer.TryWrite("a");
        _frames.Writer.TryWrite("b");
        Assert.Equal("b", await next);
    }

    [Fact]
    public async Task Who_is_slow_sees_the_last_frame_and_the_end()
    {
        var part = new LivePart(RenderAsync);
        await using var slow = part.FramesAsync(null, _ended).GetAsyncEnumerator(_ended);
        _frames.Writer.TryWrite("a");
        Assert.Equal("a", await NextAsync(slow));
        _frames.Writer.TryWrite("b");
        _frames.Writer.TryWrite("c");
        _frames.Writer.Complete();
        var seen = new List<string>();
        while (await slow.MoveNextAsync())
        {
            seen.Add(slow.Current.Html);
        }

        Assert.Equal("c", seen[^1]);
    }

    [Fact]
    public async Task Nothing_is_rendered_while_nobody_looks()
    {
        var stopped = new TaskCompletionSource();
        var part = new LivePart(cancellationToken =>
        {
            cancellationToken.Register(stopped.SetResult);
            return _frames.Reader.ReadAllAsync(cancellationToken);
        });
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(_ended);
        var next = part.FramesAsync(null, leaving.Token).GetAsyncEnumerator(leaving.Token).MoveNextAsync();
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
        await stopped.Task.WaitAsync(_ended);
        Assert.True(part.IsUnwatched);
    }

    [Fact]
    public async Task Between_two_frames_it_rests_for_as_many_as_look()
    {
        using var rested = new SemaphoreSlim(0);
        var looking = new List<int>();
        var part = new LivePart(RenderAsync, (watchers, ended) =>
        {
            looking.Add(watchers);
            return rested.WaitAsync(ended);
        });
        await using var first = part.FramesAsync(null, _ended).GetAsyncEnumerator(_ended);
        await using var second = part.FramesAsync(null, _ended).GetAsyncEnumerator(_ended);
        var (ofFirst, ofSecond) = (NextAsync(first), NextAsync(second));
        _frames.Writer.TryWrite("a");
        Assert.Equal(("a", "a"), (await ofFirst, await ofSecond));
        _frames.Writer.TryWrite("b");
        var next = NextAsync(first);
        Assert.False(next.IsCompleted);
        rested.Release();
        Assert.Equal("b", await next);
        Assert.Equal(2, looking[0]);
    }

    private async IAsyncEnumerable<string> RenderAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _renderings);
        await foreach (var frame in _frames.Reader.ReadAllAsync(cancellationToken))
        {
            yield return frame;
        }
    }

    private static async Task<string> NextAsync(IAsyncEnumerator<LiveFrame> frames)
    {
        Assert.True(await frames.MoveNextAsync());
        return frames.Current.Html;
    }
}
