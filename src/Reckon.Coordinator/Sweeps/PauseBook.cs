namespace Reckon.Coordinator.Sweeps;

/// <summary>
/// Counts how often each problem has paused since it last finished a trial, and decides when to stop restarting it. A
/// lost silo or a restarting store takes a minute or two; what lasts longer is permanent.
/// </summary>
internal sealed class PauseBook(TimeProvider time)
{
    /// <summary>Pauses in a row that a problem may make, however long they last.</summary>
    public const int MostPauses = 5;

    /// <summary>How long a problem may keep pausing, however often.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Dictionary<string, (int Count, long Since)> _pauses = [];

    /// <summary>Counts a pause of a problem and says what to do with it.</summary>
    public PauseVerdict RecordPause(string problemId)
    {
        var (count, since) = _pauses.TryGetValue(problemId, out var known) ? known : (0, time.GetTimestamp());
        _pauses[problemId] = (count + 1, since);
        var isHopeless = count + 1 >= MostPauses && time.GetElapsedTime(since) >= Patience;
        return isHopeless ? PauseVerdict.GiveUp : PauseVerdict.TryAgain;
    }

    /// <summary>Forgets the pauses of a problem that has finished a trial.</summary>
    public void Clear(string problemId) => _pauses.Remove(problemId);

    /// <summary>Forgets all pauses.</summary>
    public void ClearAll() => _pauses.Clear();
}
