using System.Collections.Immutable;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Yaml;
using Reckon.Search.Costs;
using Reckon.Search.Strategies;

namespace Reckon.Evaluation.Sweeps;

/// <summary>Reads a sweep's sections. Its result is a spec only when the log is empty; otherwise it holds placeholders.</summary>
internal sealed class SweepReader(SectionReader root, SweepPaths paths, PolicyReader policies, StrategyRegistry strategies)
{
    private const string ApiVersion = "reckon/v1";
    private const string Kind = "Sweep";
    private const int LongestName = 64;

    public SweepSpec Read()
    {
        root.Expect("apiVersion", ApiVersion);
        root.Expect("kind", Kind);
        var budgets = new BudgetReader(root);
        var (budget, sweepBudget) = budgets.Read();
        var sources = new SourceReader(root, paths);
        var (name, dataset, models, seeds) = (ReadName(), sources.ReadDataset(), sources.ReadModels(), ReadSeeds());
        var hasVerifier = models.Verifier is not null;
        var control = new ControlReader(root).Read(hasVerifier);
        var hasScores = hasVerifier || control is not null;
        var faultsBefore = root.Log.Count;
        var sampling = new SamplingReader(root).Read() with { Preface = new PrefaceReader(root).Read() };
        var isPriced = root.Log.Count == faultsBefore; // Otherwise the check would report faults of placeholders.
        var limits = new StrategyLimits(budget, isPriced ? sampling : null, hasVerifier, hasScores, root.Log);
        var selecting = new SelectionReader(root);
        var aggregations = selecting.ReadAggregations();
        var spec = new SweepSpec(
            name,
            dataset,
            models,
            seeds,
            sampling,
            new StrategyReader(root, strategies, policies, limits).Read(),
            selecting.ReadRules(hasScores),
            aggregations[0],
            budget)
        {
            OtherAggregations = aggregations.Length > 1 ? aggregations[1..] : null,
            Control = control,
            Ties = selecting.ReadTies(),
            KeepsTrees = root.OptionalFlag("trees") ?? true,
            SweepBudget = sweepBudget,
            Study = root.OptionalSection("study") is { } study ? new StudyReader(study, paths.Folder).Read() : null,
            OnOverlong = root.Optional("onOverlong") is { } policy
                ? ValueReader.Choice<OverlongPolicy>(policy, root.PathOf("onOverlong"), root.Log) ?? OverlongPolicy.Error
                : OverlongPolicy.Error,
            MaxUnknownText = root.Optional("maxUnknownText") is { } share
                ? ValueReader.Number(share, root.PathOf("maxUnknownText"), 0, 1, root.Log)
                : null,
        };
        budgets.Check(budget, sweepBudget, spec.Trials().Length);
        root.Close();
        return spec;
    }

    private string ReadName()
    {
        var name = root.Text("name", "a name");
        if (name.Length > 0 && !IsName(name))
        {
            var node = root.Optional("name")!; // Its text has just been read.
            root.Log.Add(
                node.Line, node.Column, "name", $"{Quoted.Of(name)} is not a valid name of a sweep",
                $"Use letters, digits, '.', '_' and '-', beginning with a letter or digit, at most {LongestName}: "
                    + "the results folder has the same name");
        }

        return name;
    }

    private static bool IsName(string name) =>
        name.Length <= LongestName && char.IsAsciiLetterOrDigit(name[0]) && name[^1] != '.'
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');

    private ImmutableArray<long> ReadSeeds()
    {
        if (root.Optional("seeds") is not { } node)
        {
            return [0];
        }

        var seeds = ImmutableArray.CreateBuilder<long>();
        var known = new HashSet<long>();
        foreach (var (item, path) in root.Items(node, "seeds", "seeds"))
        {
            if (ValueReader.Whole(item, path, long.MinValue, long.MaxValue, root.Log) is not { } seed)
            {
                continue;
            }

            if (!known.Add(seed))
            {
                root.Log.Add(item.Line, item.Column, path, $"duplicate seed {seed}", "Keep one: the same seed gives the same trials");
            }

            seeds.Add(seed);
        }

        return seeds.ToImmutable();
    }
}
