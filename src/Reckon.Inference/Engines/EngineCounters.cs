namespace Reckon.Inference.Engines;

/// <summary>Counts what an engine does: written by its thread, read by any.</summary>
internal sealed class EngineCounters(TimeProvider clock)
{
    private readonly long _opened = clock.GetTimestamp();

    // Guards the fields below. Taken a few times per row by the engine, and by readers.
    private readonly Lock _lock = new();
    private long _prefilled, _replayed, _generated, _scored, _lookedUp, _restored, _cached, _evictions;
    private long _steps, _rows, _shortages, _failures, _started, _begun;
    private long _queueTicks, _stepTicks, _modelTicks, _busyTicks;

    public long Now() => clock.GetTimestamp();

    public void Prefilled(int tokens, int replayed, long since)
    {
        lock (_lock)
        {
            _prefilled += tokens;
            _replayed += replayed;
            _modelTicks += clock.GetTimestamp() - since;
        }
    }

    /// <summary>
    /// A step read one token into each of <paramref name="rows"/> rows; in <paramref name="replayed"/> of them it was replayed.
    /// </summary>
    public void Decoded(int rows, int replayed, long since)
    {
        lock (_lock)
        {
            _steps++;
            _rows += rows;
            _replayed += replayed;
            var ticks = clock.GetTimestamp() - since;
            (_modelTicks, _stepTicks) = (_modelTicks + ticks, _stepTicks + ticks);
        }
    }

    /// <summary>A row's last token was read again.</summary>
    public void Repeated(long since)
    {
        lock (_lock)
        {
            _modelTicks += clock.GetTimestamp() - since;
        }
    }

    public void Generated(int tokens)
    {
        lock (_lock)
        {
            _generated += tokens;
        }
    }

    public void Scored(int steps)
    {
        lock (_lock)
        {
            _scored += steps;
        }
    }

    /// <summary>A request that came at <paramref name="arrived"/> has begun.</summary>
    public void Started(long arrived)
    {
        lock (_lock)
        {
            _started++;
            _queueTicks += clock.GetTimestamp() - arrived;
        }
    }

    /// <summary>
    /// A text of <paramref name="tokens"/> tokens, of which <paramref name="restored"/> came from the prefix cache; the others must
    /// be read.
    /// </summary>
    public void LookedUp(int tokens, int restored)
    {
        lock (_lock)
        {
            (_lookedUp, _restored) = (_lookedUp + tokens, _restored + restored);
        }
    }

    /// <summary>Children have begun.</summary>
    public void Began(int children = 1)
    {
        lock (_lock)
        {
            _begun += children;
        }
    }

    /// <summary>
    /// Seconds of device time that <paramref name="children"/> more will take, estimated from earlier ones; one second each before
    /// the first.
    /// </summary>
    public double SecondsFor(int children)
    {
        lock (_lock)
        {
            return children * (_begun == 0 ? 1 : Seconds(_modelTicks) / _begun);
        }
    }

    /// <summary>A run found no memory.</summary>
    public void RanShortOfMemory()
    {
        lock (_lock)
        {
            _shortages++;
        }
    }

    /// <summary>A run failed for another reason.</summary>
    public void Failed()
    {
        lock (_lock)
        {
            _failures++;
        }
    }

    /// <summary>What the prefix cache holds, and how many chunks it has evicted.</summary>
    public void Cached(int tokens, long evictions)
    {
        lock (_lock)
        {
            (_cached, _evictions) = (tokens, evictions);
        }
    }

    public void WasBusy(long since)
    {
        lock (_lock)
        {
            _busyTicks += clock.GetTimestamp() - since;
        }
    }

    public EngineMetrics Snapshot()
    {
        lock (_lock)
        {
            return new EngineMetrics(
                _prefilled, _replayed, _generated, _scored, _steps, _rows,
                Seconds(_modelTicks), Seconds(_busyTicks), Seconds(clock.GetTimestamp() - _opened))
            {
                LookedUpTokens = _lookedUp,
                RestoredTokens = _restored,
                StepSeconds = Seconds(_stepTicks),
                MemoryShortages = _shortages,
                FailedRuns = _failures,
                CachedTokens = _cached,
                EvictedPrefixes = _evictions,
                StartedRequests = _started,
                StartedChildren = _begun,
                QueueSeconds = Seconds(_queueTicks),
            };
        }
    }

    private double Seconds(long ticks) => (double)ticks / clock.TimestampFrequency;
}
