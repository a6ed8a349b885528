using System.Collections.Immutable;
using System.Text.Json;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Evaluation.Amendments;

/// <summary>Decides whether a sweep only adds to another: seeds, problems, strategies or values of n. Then what is there stays as it is.</summary>
public static class SweepAmendment
{
    // Lists that may grow.
    private static readonly string[] _lists = ["seeds", "strategies"];

    // What decides which problems there are. Whether they are what they were, the problems themselves tell.
    private static readonly string[] _problems =
    [
        "dataset.exclude", "dataset.ids", "dataset.limit", "dataset.sample.count", "dataset.sample.seed", "dataset.sha256",
        "dataset.where.level", "dataset.where.subject", "onOverlong",
    ];

    private const int MostNamed = 5;

    /// <summary>Everything that is not an addition, a line each; empty where the sweep may be amended.</summary>
    /// <param name="changes">In which keys the two differ.</param>
    /// <param name="before">The digest of each problem there is, by its id.</param>
    /// <param name="after">The same of the new sweep.</param>
    public static ImmutableArray<string> Refusals(
        IEnumerable<SweepChange> changes, IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        [.. changes.Select(RefusalOf).OfType<string>(), .. ProblemRefusals(before, after)];

    private static string? RefusalOf(SweepChange change)
    {
        if (_problems.Contains(change.Key))
        {
            return null;
        }

        if (!_lists.Contains(change.Key))
        {
            return $"{change} (only seeds, problems, strategies and values of n can be added)";
        }

        var gone = Items(change.Before).Except(Items(change.After)).ToList();
        return gone.Count == 0 ? null : $"{change.Key}: {string.Join(", ", gone.Take(MostNamed).Select(Quoted.Of))} would be taken out";
    }

    private static IEnumerable<string> ProblemRefusals(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after)
    {
        var gone = before.Keys.Where(id => !after.ContainsKey(id)).ToList();
        if (gone.Count > 0)
        {
            yield return $"problems: {gone.Count} would be taken out, such as {Quoted.Of(gone[0])}";
        }

        var changed = before.Keys.Where(id => after.TryGetValue(id, out var digest) && digest != before[id]).ToList();
        if (changed.Count > 0)
        {
            yield return $"problems: {changed.Count} would be changed, such as {Quoted.Of(changed[0])}";
        }
    }

    private static List<string> Items(string? list)
    {
        using var document = JsonDocument.Parse(list ?? "[]");
        return [.. document.RootElement.EnumerateArray().Select(item => item.GetRawText())];
    }
}
