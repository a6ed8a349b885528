using System.Collections.Immutable;

namespace Reckon.Dashboard.Problems;

/// <summary>The problems of a sweep.</summary>
/// <param name="Runs">Labels of the runs, in the sweep's order.</param>
/// <param name="Rules">What the ways of choosing are called, in the sweep's order.</param>
/// <param name="Rows">The problems, in the dataset's order.</param>
public sealed record ProblemTable(ImmutableArray<string> Runs, ImmutableArray<string> Rules, ImmutableArray<ProblemRow> Rows)
{
    /// <summary>A table without problems.</summary>
    public static ProblemTable Empty { get; } = new([], [], []);

    /// <summary>The place of the problem <paramref name="id"/>; -1 where it is not in the table.</summary>
    public int PlaceOf(string id)
    {
        for (var place = 0; place < Rows.Length; place++)
        {
            if (Rows[place].Id == id)
            {
                return place;
            }
        }

        return -1;
    }
}
