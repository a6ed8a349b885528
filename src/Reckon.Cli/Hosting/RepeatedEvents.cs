using System.Collections.Concurrent;
using Serilog.Events;

namespace Reckon.Cli.Hosting;

/// <summary>
/// Finds what frameworks log again and again while something is away. Only the first in ten seconds is let through; what the program itself
/// logs always is.
/// </summary>
internal sealed class RepeatedEvents
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(10);

    // By source and template, of which there are a few hundred at most.
    private readonly ConcurrentDictionary<(string Source, string Template), DateTimeOffset> _last = new();

    /// <summary>Whether the like of <paramref name="occurred"/> was let through a moment ago.</summary>
    public bool Contains(LogEvent occurred)
    {
        if (!FrameworkEvents.Contains(occurred))
        {
            return false;
        }

        var kind = (FrameworkEvents.SourceOf(occurred), occurred.MessageTemplate.Text);
        var since = _last.TryGetValue(kind, out var last) ? occurred.Timestamp - last : TimeSpan.MaxValue;
        if (since >= TimeSpan.Zero && since < _pause)
        {
            return true;
        }

        _last[kind] = occurred.Timestamp;
        return false;
    }
}
