namespace Reckon.Storage;

/// <summary>What a Redis says of itself.</summary>
/// <param name="Version">Its version.</param>
/// <param name="IsAppending">Whether it keeps every write in a file (AOF).</param>
/// <param name="Eviction">What it does when its memory is full, such as <c>noeviction</c>; empty where it does not say.</param>
/// <param name="Milliseconds">How long an answer takes.</param>
public sealed record RedisFacts(string Version, bool IsAppending, string Eviction, double Milliseconds)
{
    /// <summary>Why it takes nothing that is written, with what is to be done; null where it does.</summary>
    public string? WriteFault { get; init; }
}
