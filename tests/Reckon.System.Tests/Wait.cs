using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Reckon.System.Tests;

/// <summary>
/// Waits for conditions rather than for times. What ends a wait is that the condition holds; the patience only ends a test that would hang,
/// and is far more than the slowest machine needs.
/// </summary>
internal static class Wait
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until <paramref name="condition"/> holds.</summary>
    public static Task UntilAsync(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string text = "") =>
        UntilAsync(() => Task.FromResult(condition()), () => "", text);

    /// <summary>The same; where it does not come, the message says what <paramref name="seen"/> gives.</summary>
    public static Task UntilAsync(Func<bool> condition, Func<string> seen, [CallerArgumentExpression(nameof(condition))] string text = "") =>
        UntilAsync(() => Task.FromResult(condition()), seen, text);

    /// <summary>The same, of a condition that is asked for.</summary>
    public static Task UntilAsync(Func<Task<bool>> condition, [CallerArgumentExpression(nameof(condition))] string text = "") =>
        UntilAsync(condition, () => "", text);

    /// <summary>The same; where it does not come, the message says what <paramref name="seen"/> gives.</summary>
    public static async Task UntilAsync(
        Func<Task<bool>> condition, Func<string> seen, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        var since = Stopwatch.GetTimestamp();
        while (!await condition().WaitAsync(_patience, TestContext.Current.CancellationToken))
        {
            if (Stopwatch.GetElapsedTime(since) > _patience)
            {
                throw new TimeoutException($"It was not so within {_patience.TotalSeconds} s: {text}\n{seen()}");
            }

            await Task.Delay(_look, TestContext.Current.CancellationToken);
        }
    }
}
