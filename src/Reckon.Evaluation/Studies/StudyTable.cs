using System.Collections.Immutable;

namespace Reckon.Evaluation.Studies;

/// <summary>The outcomes of a finished sweep, ready to be compared: every run has every trial.</summary>
/// <param name="Problems">The problems, in the dataset's order; those that miss a trial in some run are left out.</param>
/// <param name="Seeds">The seeds, in the sweep's order.</param>
/// <param name="Runs">One for each strategy, n and way of choosing.</param>
/// <param name="LeftOut">Problems that miss a trial.</param>
public sealed record StudyTable(
    ImmutableArray<StudyProblem> Problems, ImmutableArray<long> Seeds, ImmutableArray<StudyRun> Runs, int LeftOut)
{
    /// <summary>Trials of each run.</summary>
    public int Trials => Problems.Length * Seeds.Length;

    /// <summary>The methods, in the sweep's order.</summary>
    public ImmutableArray<Method> Methods => [.. Runs.Select(run => run.Method).Distinct()];

    /// <summary>The runs of <paramref name="method"/> by ascending n.</summary>
    public ImmutableArray<StudyRun> Curve(Method method) => [.. Runs.Where(run => run.Method == method).OrderBy(run => run.N)];

    /// <summary>The run of <paramref name="method"/> at <paramref name="n"/>; null where there is none.</summary>
    public StudyRun? Find(Method method, int n) => Runs.FirstOrDefault(run => run.Method == method && run.N == n);

    /// <summary>The method that is named <paramref name="name"/>; null where there is none.</summary>
    public Method? Find(string name) => Methods.Where(method => method.ToString() == name).Select(method => (Method?)method).FirstOrDefault();

    /// <summary>The place of the problem in each trial's place.</summary>
    public int ProblemOf(int trial) => trial / Seeds.Length;
}
