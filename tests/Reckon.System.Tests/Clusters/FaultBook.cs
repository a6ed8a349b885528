using System.Globalization;

namespace Reckon.System.Tests.Clusters;

/// <summary>How long the store stood still after each fault of each kind.</summary>
internal sealed class FaultBook
{
    private readonly Dictionary<string, List<TimeSpan>> _stalls = [];

    /// <summary>Faults so far.</summary>
    public int Count => _stalls.Values.Sum(stalls => stalls.Count);

    /// <summary>Notes a stall.</summary>
    public void Add(string kind, TimeSpan stall)
    {
        if (!_stalls.TryGetValue(kind, out var stalls))
        {
            _stalls[kind] = stalls = [];
        }

        stalls.Add(stall);
    }

    /// <summary>A line for each kind: how often it happened, the stalls in the order of their length.</summary>
    public IEnumerable<string> Lines() => _stalls.OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => string.Create(
        CultureInfo.InvariantCulture,
        $"{kind.Key}: {kind.Value.Count} times, stalls of {string.Join(", ", kind.Value.Order().Select(stall => $"{stall.TotalSeconds:0.0}"))} s"));

    /// <summary>The longest stall of each kind.</summary>
    public string Longest() => string.Join(", ", _stalls.OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => string.Create(
        CultureInfo.InvariantCulture, $"{kind.Key} {kind.Value.Max().TotalSeconds:0.0} s")));
}
