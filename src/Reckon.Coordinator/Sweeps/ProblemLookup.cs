using System.Collections.Immutable;
using Reckon.Evaluation.Diagnostics;
using Reckon.Search.Text;

namespace Reckon.Coordinator.Sweeps;

/// <summary>Finds a problem of a sweep by what a person calls it. Pure.</summary>
internal static class ProblemLookup
{
    private const int MostCompared = 2_000; // Spelling is compared with the first ones: a sweep may have a hundred thousand.
    private const int MostNamed = 5;

    /// <summary>The place of the problem called <paramref name="problemId"/> among <paramref name="ids"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message says what is near, or what there is.</exception>
    public static int Find(ImmutableArray<string> ids, string problemId)
    {
        var place = ids.IndexOf(problemId);
        if (place < 0)
        {
            // A terminal may spell an id in another way than the dataset does.
            var composed = CanonicalText.Compose(problemId);
            place = ids.Index().Where(id => CanonicalText.Compose(id.Item) == composed).Select(id => id.Index).FirstOrDefault(-1);
        }

        return place >= 0 ? place : throw new KeyNotFoundException($"The sweep has no problem {Quoted.Of(problemId)}. {Remedy(ids, problemId)}");
    }

    private static string Remedy(ImmutableArray<string> ids, string problemId) =>
        Spelling.Nearest(problemId, ids.Take(MostCompared)) is { } nearest
            ? $"Did you mean {Quoted.Of(nearest)}?"
            : $"Its first are {string.Join(", ", ids.Take(MostNamed).Select(Quoted.Of))}.";
}
