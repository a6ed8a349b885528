namespace Reckon.Api.Metrics;

/// <summary>What was measured with one instrument and one set of labels.</summary>
internal sealed class Series
{
    /// <summary>The upper bounds of a histogram's buckets: 1, 2 and 5 times the powers of ten from a thousandth to a thousand.</summary>
    public static readonly double[] Bounds =
        [.. Enumerable.Range(-3, 7).SelectMany(power => new[] { 1, 2, 5 }.Select(digit => digit * Math.Pow(10, power)))];

    private readonly Lock _lock = new();
    private readonly long[] _buckets = new long[Bounds.Length];

    /// <summary>The sum of a counter or histogram, or the last value of a gauge.</summary>
    public double Value { get; private set; }

    /// <summary>Measurements of a histogram.</summary>
    public long Count { get; private set; }

    /// <summary>Takes a value that replaces the last one.</summary>
    public void Set(double value)
    {
        lock (_lock)
        {
            Value = value;
        }
    }

    /// <summary>Takes a value that adds to the last one.</summary>
    public void Add(double value)
    {
        lock (_lock)
        {
            Value += value;
        }
    }

    /// <summary>Takes a value into a histogram.</summary>
    public void Observe(double value)
    {
        lock (_lock)
        {
            Value += value;
            Count++;
            var bucket = Array.FindIndex(Bounds, bound => value <= bound);
            if (bucket >= 0)
            {
                _buckets[bucket]++;
            }
        }
    }

    /// <summary>For each bound, how many values were not above it.</summary>
    public long[] Cumulative()
    {
        lock (_lock)
        {
            var sum = 0L;
            return [.. _buckets.Select(count => sum += count)];
        }
    }
}
