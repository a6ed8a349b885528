namespace Reckon.Inference.Engines;

/// <summary>Counts what an engine does: written by its thread, read by any.</summary>
internal sealed class EngineCounters(TimeProvider clock)
{
    private readonly long _opened = clock.GetTimestamp();

    // Guards the fields below; taken a few times a turn, and by whoever reads.
    private readonly Lock _lock = new();
    private long _prefilled, _replayed, _generated, _scored, _restored, _started, _queueTicks, _cached, _evictions, _steps, _rows, _modelTicks, _busyTicks;
    private long _lookedUp, _stepTicks, _shortages, _failures, _begun;

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

    /// <summary>A step read one token into each of some rows, and into some of these a token that was replayed.</summary>
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

    /// <summary>A row's last token was read once more.</summary>
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

    /// <summary>A request has begun that came at <paramref name="arrived"/>.</summary>
    public void Started(long arrived)
    {
        lock (_lock)
        {
            _started++;
            _queueTicks += clock.GetTimestamp() - arrived;
        }
    }

    /// <summary>Of a text's tokens some were taken from what is cached, and the others must be read.</summary>
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

    /// <summary>Device time that so many more children will take, by what those before took; they count as a second each before the first.</summary>
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

    /// <summary>How the prefix cache stands.</summary>
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
