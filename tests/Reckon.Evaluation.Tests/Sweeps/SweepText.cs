using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Sweeps;
using Reckon.Search.Strategies;

namespace Reckon.Evaluation.Tests.Sweeps;

/// <summary>A sweep file that is right, to be broken.</summary>
internal static class SweepText
{
    public const string FileName = "sweeps/demo.yaml";

    public const string Full = """
        apiVersion: reckon/v1
        kind: Sweep
        name: demo
        dataset: { path: ../datasets/test.jsonl, limit: 200 }
        models: { proposer: ../models/writer, verifier: ../models/judge }
        seeds: [0, 7]
        sampling: { temperature: 0.7, maxStepTokens: 32, maxAnswerTokens: 100 }
        strategies:
          - bestOfN: { n: [1, 4, 16, 64] }
          - beam: { n: [1], width: 1 }
          - beam: { n: [4, 16], width: 4, maxRounds: 20 }
        selections: [weighted, majority]
        aggregation: min
        budget: { generations: 64, tokens: 20000 }

        """;

    public const string Short = """
        apiVersion: reckon/v1
        kind: Sweep
        name: short
        dataset: { path: ../datasets/test.jsonl }
        models: { proposer: ../models/writer, verifier: ../models/judge }
        strategies: [bestOfN: { n: 4 }]
        """;

    public static SweepSpec Parse(string text) =>
        Assert.IsType<Validated<SweepSpec>.Valid>(SweepParser.Parse(text, FileName, ListedFiles.ForDemo, StrategyRegistry.BuiltIn)).Value;

    public static string Faults(string text) => Faults(text, StrategyRegistry.BuiltIn);

    public static string Faults(string text, StrategyRegistry strategies) => string.Join(
        '\n', Assert.IsType<Validated<SweepSpec>.Invalid>(SweepParser.Parse(text, FileName, ListedFiles.ForDemo, strategies)).Diagnostics);
}
