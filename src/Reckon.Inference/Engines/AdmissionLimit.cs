namespace Reckon.Inference.Engines;

/// <summary>Bounds what may wait for an engine, counted in children. Safe for any number of threads.</summary>
internal sealed class AdmissionLimit(int maxWaiting)
{
    private int _waiting;

    public int MaxWaiting => maxWaiting;

    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Admits <paramref name="children"/> if they fit, or if nothing waits: a request larger than the limit must not starve.</summary>
    public bool TryAdmit(int children)
    {
        while (true)
        {
            var waiting = Waiting;
            if (waiting > 0 && (long)waiting + children > maxWaiting)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref _waiting, waiting + children, waiting) == waiting)
            {
                return true;
            }
        }
    }

    public void Release(int children) => Interlocked.Add(ref _waiting, -children);
}
