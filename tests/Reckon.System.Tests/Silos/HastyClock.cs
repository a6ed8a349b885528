namespace Reckon.System.Tests.Silos;

/// <summary>A clock by which so many seconds pass in each second. Its timers are those of the system.</summary>
internal sealed class HastyClock(int factor) : TimeProvider
{
    private readonly long _start = System.GetTimestamp();

    public override long GetTimestamp() => _start + factor * (System.GetTimestamp() - _start);
}
