using System.Collections.Immutable;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Judging;
using Reckon.Search.Randomness;
using Reckon.Search.Running;
using Reckon.Search.Strategies;
using Reckon.Search.Strategies.Parameters;
using Reckon.Search.Trees;
using Reckon.Search.Verification;

namespace Reckon.Testing;

/// <summary>Values for tests to which they do not matter.</summary>
public static class Some
{
    /// <summary>A seed.</summary>
    public const long Seed = 7;

    /// <summary>A problem.</summary>
    public static Problem Problem(string id = "sum-1") => new(id, "What is 1 + 1?", "2", "arithmetic", 1);

    /// <summary>Sampling with room for every answer of <see cref="SimulatedSearch"/>, and small enough to bound costs tightly.</summary>
    public static Sampling Sampling() => new(Temperature: 0.8, MaxStepTokens: 12, MaxAnswerTokens: 96);

    /// <summary>The strategy that <paramref name="definition"/> makes of n and <paramref name="others"/>, for the search of <see cref="Task"/>.</summary>
    public static ISearchStrategy Strategy(StrategyDefinition definition, int n, params (string Name, ParameterValue Value)[] others) =>
        definition.Create(new StrategyContext(
            definition.Bind([new(StrategyDefinition.N.Name, n), .. others.Select(other => KeyValuePair.Create(other.Name, other.Value))]),
            Aggregation.Last,
            RandomKey.Root(Seed, Problem().Id).Chance,
            new AnswersByText()));

    /// <summary>The tree after a first round that drew <paramref name="children"/>.</summary>
    public static SearchTree First(params ImmutableArray<Branch> children) =>
        SearchTree.Empty.Add([new Expansion(SearchTree.Root, children.Length, Extent.Step)], [children]);

    /// <summary>A search of <paramref name="strategy"/>.</summary>
    public static SearchTask Task(ISearchStrategy strategy, long seed = Seed) => new(Problem(), seed, strategy, Sampling());

    /// <summary>The empty prefix of a problem.</summary>
    public static Prefix Prefix(long seed = Seed) => new(Problem(), seed, [], []);

    /// <summary>A child of one step, judged unless it is truncated.</summary>
    public static Branch Child(int index, double score = 0.5, Ending ending = Ending.Open) =>
        Judged([Step($"step {index}")], score, ending);

    /// <summary>A child that is a whole answer of <paramref name="steps"/> steps.</summary>
    public static Branch Answer(int index, int steps, double score = 0.5, Ending ending = Ending.Finished) =>
        Judged([.. Enumerable.Range(0, steps).Select(step => Step($"step {index}.{step}"))], score, ending);

    /// <summary>Steps with one score for each of them, and three verifier tokens; none where they are truncated.</summary>
    public static Branch Judged(ImmutableArray<Step> steps, double score, Ending ending) => new(
        new Proposal(steps, ending),
        ending == Ending.Truncated ? null : new Verdict([.. steps.Select(_ => score)], [.. steps.Select(_ => 3)]));

    /// <summary>A step.</summary>
    public static Step Step(string text = "step") => new(text, [1, 2, 3], -1.5);
}
