using Reckon.Grading.Grades;

namespace Reckon.GradeCheck;

/// <summary>How pairs of one kind were judged: by how they were made, and by the verdict.</summary>
internal sealed class PairCounts
{
    private readonly int[,] _counts = new int[2, 3];

    public int Faults => _counts[0, (int)Equivalence.Equal] + EqualCalledDifferent + _counts[1, (int)Equivalence.Undecided];

    public int ChangedCalledEqual => _counts[0, (int)Equivalence.Equal];

    public int EqualCalledDifferent => _counts[1, (int)Equivalence.NotEqual];

    public double ShareOfEqual => (double)_counts[1, (int)Equivalence.Equal] / Math.Max(1, _counts[1, 0] + _counts[1, 1] + _counts[1, 2]);

    public void Add(bool areEqual, Equivalence verdict) => _counts[areEqual ? 1 : 0, (int)verdict]++;

    public PairCounts Plus(PairCounts other)
    {
        foreach (var (made, verdict) in from made in (int[])[0, 1] from verdict in (int[])[0, 1, 2] select (made, verdict))
        {
            _counts[made, verdict] += other._counts[made, verdict];
        }

        return this;
    }

    public override string ToString()
    {
        var (equal, undecided, different) = ((int)Equivalence.Equal, (int)Equivalence.Undecided, (int)Equivalence.NotEqual);
        return $"{_counts[1, equal],20}{_counts[1, undecided],11}{_counts[1, different],11}"
            + $"{_counts[0, equal],16}{_counts[0, undecided],11}{_counts[0, different],11}";
    }
}
