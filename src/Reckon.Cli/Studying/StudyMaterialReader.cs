using System.Collections.Immutable;
using Reckon.Cli.Results;
using Reckon.Evaluation.Difficulties;
using Reckon.Evaluation.Studies;
using Reckon.Evaluation.StudyReports;
using Reckon.Evaluation.Sweeps;
using Reckon.Search.Strategies;

namespace Reckon.Cli.Studying;

/// <summary>Reads what a report is made from: the folder itself, and those that the study names.</summary>
internal static class StudyMaterialReader
{
    /// <summary>The material.</summary>
    /// <exception cref="StudyException">A folder that the study names does not go with the results.</exception>
    public static StudyMaterial Read(StudyFolder results, StudySpec study, StrategyRegistry strategies) => new(
        results.Summary, study, results.Table,
        results.HasTrees ? TreesOf(results, study.Probe) : null,
        study.Difficulty is { } difficulty ? Difficulty(Matching(difficulty, results, strategies), results, study) : null,
        study.Larger is { } larger ? Larger(Matching(larger, results, strategies)) : null);

    private static StudyFolder Matching(string path, StudyFolder results, StrategyRegistry strategies)
    {
        var folder = StudyFolder.Read(path, strategies);
        return folder.Summary.Dataset.Sha256 == results.Summary.Dataset.Sha256
            ? folder
            : throw new StudyException(path, $"its problems are not those of {results.Path}: the datasets' hashes differ. Run its sweep on the same dataset");
    }

    private static (TreeFacts, ImmutableArray<long>) Difficulty(StudyFolder folder, StudyFolder results, StudySpec study)
    {
        if (folder.Table.Seeds.Intersect(results.Table.Seeds).Any())
        {
            throw new StudyException(
                folder.Path, "it has seeds of the study itself, whose answers would then tell their own difficulty. Run it with other seeds");
        }

        var facts = folder.HasTrees ? TreesOf(folder, study.Probe) : null;
        return facts is { HasSamples: true }
            ? (facts, folder.Table.Seeds)
            : throw new StudyException(folder.Path, "it holds no trees of best-of-n. Run a sweep with 'bestOfN' and without 'trees: false'");
    }

    private static (ImmutableDictionary<string, double>, long) Larger(StudyFolder folder)
    {
        var greedy = folder.Table.Runs.FirstOrDefault(run => run.Method.Strategy == GreedyDecoding.Definition.Name)
            ?? throw new StudyException(folder.Path, "it has no greedy run. Run the larger model with the strategy 'greedy'");
        return (
            folder.Table.Problems.Zip(greedy.ByProblem).ToImmutableDictionary(pair => pair.First.Id, pair => pair.Second, StringComparer.Ordinal),
            folder.Summary.Models.Proposer.Parameters);
    }

    // The largest best-of-n holds the answers of all smaller ones.
    private static TreeFacts TreesOf(StudyFolder folder, int probe)
    {
        var pool = folder.Sweep.Spec.Strategies.Where(strategy => strategy.Name == BestOfN.Definition.Name).MaxBy(strategy => strategy.N);
        var facts = new TreeFacts(pool?.Label ?? "", probe);
        var trees = TreesReader.Open(folder.Path);
        foreach (var entry in trees.Entries)
        {
            facts.Add(trees.Read(entry));
        }

        return facts;
    }
}
