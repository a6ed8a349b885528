using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Reckon.Coordinator.Tests.Routing;

/// <summary>Keeps the warnings that are logged.</summary>
internal sealed class WarningLog : ILogger
{
    private readonly ConcurrentQueue<string> _warnings = [];
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<string> Warnings => [.. _warnings];

    /// <summary>Waits for the first warning.</summary>
    public Task FirstAsync(CancellationToken cancellationToken) => _first.Task.WaitAsync(TimeSpan.FromMinutes(1), cancellationToken);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel is LogLevel.Warning)
        {
            _warnings.Enqueue(formatter(state, exception));
            _first.TrySetResult();
        }
    }
}
