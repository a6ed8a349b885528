using Reckon.Search;
using Reckon.Search.Running;
using Reckon.Search.Strategies;

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

    /// <summary>A search of <paramref name="strategy"/>.</summary>
    public static SearchTask Task(ISearchStrategy strategy, long seed = Seed) => new(Problem(), seed, strategy, Sampling());

    /// <summary>The empty prefix of a problem.</summary>
    public static Prefix Prefix(long seed = Seed) => new(Problem(), seed, [], []);

    /// <summary>A child of one step.</summary>
    public static Child Child(int index, double score = 0.5, Ending ending = Ending.Open) =>
        new(index, [Step($"step {index}")], [score], ending);

    /// <summary>A child that is a whole answer of <paramref name="steps"/> steps.</summary>
    public static Child Answer(int index, int steps, double score = 0.5, Ending ending = Ending.Finished) => new(
        index,
        [.. Enumerable.Range(0, steps).Select(step => Step($"step {index}.{step}"))],
        [.. Enumerable.Repeat(score, steps)],
        ending);

    /// <summary>A step.</summary>
    public static Step Step(string text = "step") => new(text, [1, 2, 3], -1.5);
}
