using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Trees;
using Reckon.Search;

namespace Reckon.Coordinator.Problems;

/// <summary>Collects what the trials of a problem searched, until all are done and their trees are written.</summary>
internal sealed class TreeCollection(Problem problem)
{
    private readonly SortedDictionary<int, (TrialResult Result, Search.Strategies.ISearchStrategy Strategy)> _trials = [];

    /// <summary>Adds a trial; one that is added twice counts once.</summary>
    public void Add(TrialResult result, Search.Strategies.ISearchStrategy strategy) => _trials[result.Trial] = (result, strategy);

    /// <summary>The trees of all trials that were added, in their order, as a member of a gzip file.</summary>
    public byte[] Compressed()
    {
        var builder = new ProblemTreesBuilder(problem);
        foreach (var (result, strategy) in _trials.Values)
        {
            builder.Add(result.Search, strategy, result.Graded);
        }

        var trees = builder.Build();
        return CompressedLines.Write(stream => ProblemTreesJson.Write(trees, stream));
    }
}
