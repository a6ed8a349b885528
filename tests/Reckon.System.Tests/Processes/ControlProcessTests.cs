using Reckon.Cli.Output;
using Reckon.Cli.Results;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Trees;
using Reckon.Search.Selecting;
using Reckon.Testing;

namespace Reckon.System.Tests.Processes;

/// <summary>Controls on the shipped benchmark and models: what they must show if everything around the verifier is right.</summary>
public sealed class ControlProcessTests
{
    private const int Problems = 60;
    private const int Samples = 8;

    [Fact]
    public async Task Controls_choose_among_what_is_drawn_without_them_and_bound_what_a_verifier_can_do()
    {
        using var folder = new TempFolder();
        var plain = await RunAsync(folder, "plain", "", hasVerifier: true);
        var flipped = await RunAsync(folder, "flipped", "control: { flip: 0.3 }", hasVerifier: true);
        var random = await RunAsync(folder, "random", "control: random", hasVerifier: false);
        var oracle = await RunAsync(folder, "oracle", "control: oracle", hasVerifier: false);

        Assert.All(new[] { flipped, random, oracle }, control => Assert.Equal(Texts(plain), Texts(control)));
        Assert.All(random.Outcomes.Concat(oracle.Outcomes), outcome => Assert.Equal(0, outcome.Cost.VerifierTokens));
        Assert.Equal(plain.Outcomes.Select(outcome => outcome.Cost), flipped.Outcomes.Select(outcome => outcome.Cost));

        // Random scores sum up to about half a vote for each answer. The two differ by chance alone: in 240 trials by less than 10 points.
        Assert.InRange(Accuracy(random, SelectionRule.Weighted) - Accuracy(random, SelectionRule.Majority), -0.1, 0.1);
        Assert.Equal(Accuracy(plain, SelectionRule.Majority), Accuracy(random, SelectionRule.Majority));

        Assert.Equal(IsAnyRight(plain), oracle.Outcomes.Select(outcome => Chosen(outcome, SelectionRule.Best).Correct));
        Assert.True(Accuracy(oracle, SelectionRule.Best) > Accuracy(plain, SelectionRule.Best));
        Assert.True(Accuracy(plain, SelectionRule.Best) > Accuracy(flipped, SelectionRule.Best));
        Assert.True(Accuracy(flipped, SelectionRule.Best) > Accuracy(random, SelectionRule.Best));
    }

    [Fact]
    public async Task An_oracle_is_named_wherever_its_results_are_shown_and_is_not_graded_again()
    {
        using var folder = new TempFolder();
        var sweep = Write(folder, "control: oracle", hasVerifier: false, problems: 2, "beam: { n: [4], width: 2 }");
        using var run = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("out"));
        Assert.True(run.ExitCode == ExitCode.Success, run.Error);

        using var show = await ReckonProcess.RunAsync("show", folder.File("out"), "abacus-test-0001");
        using var regrade = await ReckonProcess.RunAsync("regrade", folder.File("out"));

        Assert.All(
            new[] { run.Output, show.Output, File.ReadAllText(folder.File("out/summary.md")) },
            text => Assert.Contains("ORACLE", text, StringComparison.Ordinal));
        Assert.Contains("\"control\": \"oracle\"", File.ReadAllText(folder.File("out/summary.json")), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, regrade.ExitCode);
        Assert.Contains("oracle", regrade.Error, StringComparison.Ordinal);
    }

    private static async Task<(List<TrialOutcome> Outcomes, List<ProblemTrees> Trees)> RunAsync(
        TempFolder folder, string name, string control, bool hasVerifier)
    {
        var sweep = Write(folder, control, hasVerifier, Problems, $"bestOfN: {{ n: [{Samples}] }}");
        using var run = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File(name));
        Assert.True(run.ExitCode == ExitCode.Success, run.Error);
        var trees = TreesReader.Open(folder.File(name));
        return ([.. File.ReadLines(folder.File($"{name}/outcomes.jsonl")).Select(OutcomeJson.Read)], [.. trees.Entries.Select(trees.Read)]);
    }

    private static string Write(TempFolder folder, string control, bool hasVerifier, int problems, string strategy)
    {
        var path = SweepFileOnDisk.Write(folder, problems, sampling: $"seeds: [0, 1, 2, 3]\n{control}", strategies: $"- {strategy}");
        if (!hasVerifier)
        {
            File.WriteAllLines(path, [.. File.ReadAllLines(path).Select(WithoutVerifier)]);
        }

        return path;
    }

    private static string WithoutVerifier(string line) =>
        line.StartsWith("models:", StringComparison.Ordinal) ? $"{line.Split(", verifier")[0]} }}" : line;

    private static List<string> Texts((List<TrialOutcome> Outcomes, List<ProblemTrees> Trees) run) =>
        [.. run.Trees.SelectMany(problem => problem.Steps).Select(step => $"{step.Seed} {step.Parent} {step.Child} {step.Text}")];

    private static IEnumerable<bool> IsAnyRight((List<TrialOutcome> Outcomes, List<ProblemTrees> Trees) run) =>
        from problem in run.Trees
        from trial in problem.Trials
        select trial.Candidates.Any(candidate => candidate.Answer >= 0 && problem.Answers[candidate.Answer].IsCorrect);

    private static double Accuracy((List<TrialOutcome> Outcomes, List<ProblemTrees> Trees) run, SelectionRule rule) =>
        run.Outcomes.Average(outcome => Chosen(outcome, rule).Correct ? 1.0 : 0);

    private static SelectionOutcome Chosen(TrialOutcome outcome, SelectionRule rule) =>
        outcome.Selections.Single(selection => selection.Rule == rule);
}
