using System.Globalization;

namespace Reckon.Storage;

/// <summary>How a store said that it stood, a moment ago.</summary>
/// <param name="Answers">Whether it answered at all; all else is null where it did not.</param>
/// <param name="MemoryUsed">Bytes that its data take; null where it does not say.</param>
/// <param name="MemoryLimit">The most that they may, as <c>maxmemory</c> has it; 0 where there is no limit, null where it does not say.</param>
/// <param name="IsAppended">Whether the last write to its append-only file succeeded; null where it has none, or does not say.</param>
internal sealed record StoreReading(bool Answers, long? MemoryUsed, long? MemoryLimit, bool? IsAppended)
{
    /// <summary>Of one that does not answer.</summary>
    public static StoreReading Silent { get; } = new(false, null, null, null);

    /// <summary>Reads the answer to <c>INFO</c>: lines <c>name:value</c>, and headings after <c>#</c>. Pure.</summary>
    /// <param name="info">See https://redis.io/docs/latest/commands/info/.</param>
    public static StoreReading Of(string info)
    {
        var facts = info.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':', 2)).Where(fact => fact.Length == 2)
            .GroupBy(fact => fact[0]).ToDictionary(group => group.Key, group => group.First()[1], StringComparer.Ordinal);
        return new StoreReading(
            true, Bytes(facts, "used_memory"), Bytes(facts, "maxmemory"),
            facts.GetValueOrDefault("aof_enabled") == "1" && facts.TryGetValue("aof_last_write_status", out var status) ? status == "ok" : null);
    }

    private static long? Bytes(Dictionary<string, string> facts, string name) =>
        facts.TryGetValue(name, out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : null;
}
