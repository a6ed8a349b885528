using Reckon.Cli.Output;
using Reckon.Evaluation.Documents;
using Reckon.Testing;

namespace Reckon.System.Tests.Processes;

public sealed class PluginProcessTests
{
    private const string Strategies = """
        - thresholdBeam: { n: [4, 8], kept: 2 }
          - thresholdBeam: { n: [8], kept: 4, threshold: 0.25, pick: random }
          - bestOfN: { n: 1 }
        """;

    [Fact]
    public async Task A_strategy_of_a_plugin_runs_like_one_of_the_program()
    {
        using var folder = new TempFolder();
        var sweep = SweepFileOnDisk.Write(folder, problems: 3, strategies: Strategies);

        using var run = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("out"), "--plugin", PluginFile.Sample);

        Assert.True(run.ExitCode == ExitCode.Success, run.Error);
        var outcomes = File.ReadLines(folder.File("out/outcomes.jsonl")).Select(OutcomeJson.Read).ToList();
        Assert.Equal(
            [
                "best-of-n n=1", "threshold-beam n=4 kept=2", "threshold-beam n=8 kept=2",
                "threshold-beam n=8 kept=4 threshold=0.25 pick=random",
            ],
            outcomes.Select(outcome => outcome.Run).Distinct().Order());
        Assert.Equal(12, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.InRange(outcome.Cost.Generations, 1, outcome.N));
        Assert.All(outcomes.Where(outcome => outcome.N == 8), outcome => Assert.True(outcome.Rounds > 1, outcome.Run));
        Assert.All(outcomes.Select(outcome => outcome.Run), name => Assert.Contains($"\n{name}  ", run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_plugin_resumes_and_gives_the_same_bytes()
    {
        using var folder = new TempFolder();
        var sweep = SweepFileOnDisk.Write(folder, problems: 2, strategies: Strategies);
        using var first = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("first"), "--plugin", PluginFile.Sample);
        using var second = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("second"), "--plugin", PluginFile.Sample);
        using var again = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("first"), "--plugin", PluginFile.Sample);

        Assert.Equal(File.ReadAllText(folder.File("first/outcomes.jsonl")), File.ReadAllText(folder.File("second/outcomes.jsonl")));
        Assert.Equal(ExitCode.Success, again.ExitCode);
        Assert.Contains("Finished before", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_of_another_build_of_a_plugin_are_refused()
    {
        using var folder = new TempFolder();
        var sweep = SweepFileOnDisk.Write(folder, problems: 1, strategies: Strategies);
        using var first = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("out"), "--plugin", PluginFile.Sample);
        var other = folder.File("Reckon.SamplePlugin.dll");
        File.WriteAllBytes(other, [.. File.ReadAllBytes(PluginFile.Sample), 0]); // What follows the image is not loaded.
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Reckon.Search.dll"), folder.File("Reckon.Search.dll")); // Nor is this.

        using var second = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("out"), "--plugin", other);

        Assert.Equal(ExitCode.Success, first.ExitCode);
        Assert.Equal(ExitCode.Usage, second.ExitCode);
        Assert.Contains("results of another sweep", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_its_plugin_a_strategy_is_unknown()
    {
        using var folder = new TempFolder();
        var sweep = SweepFileOnDisk.Write(folder, problems: 1, strategies: Strategies);

        using var run = await ReckonProcess.RunAsync("validate", sweep);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("the strategy 'thresholdBeam' is unknown", run.Error, StringComparison.Ordinal);
        Assert.Contains("--plugin FILE.dll", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_values_and_conflicts_of_a_plugins_parameters_are_told_as_those_of_the_program_are()
    {
        using var folder = new TempFolder();
        var sweep = SweepFileOnDisk.Write(folder, problems: 1, strategies: """
            - thresholdBeam: { n: 4, kept: 0, threshold: 1.5, pick: bset }
              - thresholdBeam: { n: [4, 8], kept: 8 }
            """);

        using var run = await ReckonProcess.RunAsync("validate", sweep, "--plugin", PluginFile.Sample);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Equal(
            """
            8:34: strategies[0].thresholdBeam.kept: expected a whole number from 1 to 10000, found '0'. Write such a number, without quotes.
            8:48: strategies[0].thresholdBeam.threshold: expected a number from 0 to 1, found '1.5'. Write such a number, without quotes.
            8:59: strategies[0].thresholdBeam.pick: expected one of best, random, found 'bset'. Did you mean 'best'?
            9:26: strategies[1].thresholdBeam.n[0]: n = 4 children cannot be shared among 8 prefixes. Lower kept to 4 or less, or raise n to 8 or more.

            """,
            run.Error.Replace($"{sweep}:", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_fault_of_a_plugin_is_told_by_name()
    {
        using var folder = new TempFolder();
        var sweep = SweepFileOnDisk.Write(folder, problems: 1);
        File.WriteAllText(folder.File("text.dll"), "not an assembly");
        var none = Path.Combine(AppContext.BaseDirectory, "YamlDotNet.dll");

        using var run = await ReckonProcess.RunAsync(
            "run", sweep, "--plugin", folder.File("missing.dll"), "--plugin", folder.File("text.dll"), "--plugin", none,
            "--plugin", PluginFile.Broken, "--plugin", PluginFile.Sample, "--plugin", PluginFile.Sample);

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Equal(
            $"""
            {folder.File("missing.dll")}: there is no such file. Correct the path.
            {folder.File("text.dll")}: this is not a .NET assembly. Name the .dll file from the build of the plugin.
            {none}: there is no strategy in this assembly. A strategy is a public class that implements Reckon.Search.Strategies.IDefinedStrategy.
            {PluginFile.Broken}: Reckon.BrokenPlugin.SecondBeam: the key 'beam' is that of the strategy beam. Correct the plugin, or remove it.
            {PluginFile.Broken}: Reckon.BrokenPlugin.ThrowingStrategy: its definition cannot be read: InvalidOperationException: There is no such file: strategy.json. Correct the plugin, or remove it.
            {PluginFile.Sample}: Reckon.SamplePlugin.ThresholdBeam: the key 'thresholdBeam' is that of the strategy threshold-beam. Correct the plugin, or remove it.
            {PluginFile.Sample}: Reckon.SamplePlugin.ThresholdBeam: there is a strategy named 'threshold-beam'. Correct the plugin, or remove it.

            """,
            run.Error);
    }
}
