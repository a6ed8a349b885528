using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace Reckon.Dashboard.Hosting;

/// <summary>
/// A part of a page that changes, rendered once for all who look at it and only while somebody does. Who is slow misses frames, and never
/// the last.
/// </summary>
/// <param name="render">Its contents, again and again.</param>
/// <param name="rest">Waits between two frames, for as many as look: each is sent every one.</param>
internal sealed class LivePart(
    Func<CancellationToken, IAsyncEnumerable<string>> render, Func<int, CancellationToken, Task>? rest = null)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _changed = New();
    private LiveFrame? _frame;
    private bool _isOver;
    private int _watchers;
    private CancellationTokenSource? _rendering;

    /// <summary>Whether nobody looks at it.</summary>
    public bool IsUnwatched
    {
        get
        {
            lock (_lock)
            {
                return _watchers == 0;
            }
        }
    }

    /// <summary>The frames from now on, without the one that the browser has; ends when nothing will change any more.</summary>
    /// <param name="cursor">The id of the frame that the browser has; null for none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<LiveFrame> FramesAsync(string? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Enter();
        try
        {
            while (true)
            {
                var (frame, isOver, changed) = Look();
                if (frame is not null && frame.Id != cursor)
                {
                    cursor = frame.Id;
                    yield return frame;
                }
                else if (isOver)
                {
                    yield break;
                }
                else
                {
                    await changed.WaitAsync(cancellationToken);
                }
            }
        }
        finally
        {
            Leave();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private (LiveFrame? Frame, bool IsOver, Task Changed) Look()
    {
        lock (_lock)
        {
            return (_frame, _isOver, _changed.Task);
        }
    }

    private void Enter()
    {
        lock (_lock)
        {
            if (_watchers++ == 0)
            {
                (_rendering, _isOver) = (new CancellationTokenSource(), false);
                _ = RenderAsync(_rendering);
            }
        }
    }

    private void Leave()
    {
        lock (_lock)
        {
            if (--_watchers == 0)
            {
                _rendering?.Cancel();
                _rendering = null;
            }
        }
    }

    private async Task RenderAsync(CancellationTokenSource rendering)
    {
        await Task.Yield();
        try
        {
            await foreach (var html in render(rendering.Token).WithCancellation(rendering.Token))
            {
                Publish(new LiveFrame(IdOf(html), html), isOver: false, rendering);
                await (rest?.Invoke(_watchers, rendering.Token) ?? Task.CompletedTask);
            }
        }
        catch (OperationCanceledException) when (rendering.IsCancellationRequested)
        {
            return; // Nobody looks at it any more.
        }

        Publish(frame: null, isOver: true, rendering);
    }

    private void Publish(LiveFrame? frame, bool isOver, CancellationTokenSource rendering)
    {
        lock (_lock)
        {
            if (_rendering != rendering || (frame is not null && frame.Id == _frame?.Id))
            {
                return;
            }

            (_frame, _isOver) = (frame ?? _frame, isOver);
            _changed.SetResult();
            _changed = New();
        }
    }

    private static string IdOf(string html) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html)))[..16];
}
