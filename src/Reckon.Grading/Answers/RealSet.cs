using Reckon.Grading.Expressions;

namespace Reckon.Grading.Answers;

/// <summary>A union of intervals that do not touch, in ascending order.</summary>
internal sealed class RealSet
{
    private string? _key;

    private RealSet(IReadOnlyList<RealInterval> intervals) => Intervals = intervals;

    public static RealSet All { get; } = new([new RealInterval(Algebra.Negate(Algebra.Infinity), false, Algebra.Infinity, false)]);

    public IReadOnlyList<RealInterval> Intervals { get; }

    /// <summary>Whether it is single points alone.</summary>
    public bool IsPoints => Intervals.All(interval => interval.IsPoint);

    /// <summary>Whether it is all numbers without single points.</summary>
    public bool IsAllButPoints =>
        Intervals.Count > 1 && double.IsNegativeInfinity(Intervals[0].Low) && double.IsPositiveInfinity(Intervals[^1].High)
        && Intervals.Zip(Intervals.Skip(1)).All(pair => pair.First.Upper.Key == pair.Second.Lower.Key);

    public string Key => _key ??= string.Join('∪', Intervals.Select(interval => interval.Key));

    /// <summary>The union of any intervals.</summary>
    public static RealSet Of(IEnumerable<RealInterval> intervals)
    {
        var result = new List<RealInterval>();
        var ordered = intervals.Where(interval => !interval.IsEmpty).OrderBy(interval => interval.Low).ThenByDescending(interval => interval.IsLowerClosed);
        foreach (var next in ordered)
        {
            if (result.Count > 0 && result[^1].Touches(next))
            {
                result[^1] = result[^1].Joined(next);
            }
            else
            {
                result.Add(next);
            }
        }

        return new RealSet(result);
    }

    public RealSet Union(RealSet other) => Of([.. Intervals, .. other.Intervals]);

    public RealSet Intersection(RealSet other) =>
        Of(Intervals.SelectMany(mine => other.Intervals.Select(its => mine.Intersection(its))));

    public RealSet Without(RealSet other) =>
        other.Intervals.Aggregate(this, (rest, hole) => Of(rest.Intervals.SelectMany(interval => interval.Without(hole))));
}
