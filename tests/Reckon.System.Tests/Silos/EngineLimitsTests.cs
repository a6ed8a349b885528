using Reckon.Cli.Hosting;
using Reckon.Cli.Running;
using Reckon.Coordinator.Sweeps;
using Reckon.Evaluation.Diagnostics;
using Reckon.Inference.Engines;
using Reckon.Inference.Onnx;
using Reckon.Inference.Onnx.Options;
using Reckon.Search.Strategies;
using Reckon.System.Tests.Processes;
using Reckon.Testing;
using Reckon.Worker;

namespace Reckon.System.Tests.Silos;

public sealed class EngineLimitsTests
{
    private const SiloRoles Both = SiloRoles.Coordinator | SiloRoles.Worker;
    private const int Problems = 2;

    private const string Strategies = """
        - greedy
          - bestOfN: { n: [1, 8] }
          - distinct: { n: 3 }
          - earlyStopping: { n: 8 }
          - beam: { n: 8, width: 4 }
          - lookahead: { n: 4, width: 2, steps: 1 }
          - dvts: { n: 8, width: 2 }
          - rebase: { n: 8 }
          - particles: { n: 8 }
          - mcts: { n: 8, width: 4 }
          - revise: { n: 4, chains: 2, place: [fall, gain] }
          - revisions: { n: 4, chains: 2 }
        """;

    // Cuts by a sum over all, and penalties and texts that reach over steps.
    private const string Sampling = "sampling: { temperature: 0.9, topP: 0.95, repetitionPenalty: 1.02, stop: ['= 7'] }";

    private static readonly EngineLimits[] _limits =
    [
        new(Rows: 64, ParkedRows: 32, KeptTokens: 65_536, Threads: 1, BatchTokens: 2048, Queue: 1024, Problems: 32), // What ships.
        new(Rows: 1, ParkedRows: 1, KeptTokens: 0, Threads: 1, BatchTokens: 2048, Queue: 1, Problems: 1),
        new(Rows: 2, ParkedRows: 1, KeptTokens: 40, Threads: 2, BatchTokens: 2, Queue: 3, Problems: 3),
        new(Rows: 3, ParkedRows: 7, KeptTokens: 200, Threads: 1, BatchTokens: 2048, Queue: 16, Problems: 2),
        new(Rows: 16, ParkedRows: 2, KeptTokens: 1_000, Threads: 2, BatchTokens: 24, Queue: 64, Problems: 3),
        new(Rows: 33, ParkedRows: 64, KeptTokens: 5_000, Threads: 1, BatchTokens: 2048, Queue: 1024, Problems: 1),
    ];

    [Fact]
    public async Task A_sweep_of_every_strategy_has_the_same_outcomes_byte_for_byte_under_any_limits_of_the_engines()
    {
        using var folder = new TempFolder();
        var inputs = Inputs(folder);
        var files = new List<string>();
        foreach (var limits in _limits)
        {
            files.Add(await OutcomesAsync(inputs, limits));
        }

        Assert.Equal(inputs.Trials, files[0].Split('\n').Length);
        Assert.All(files, file => Assert.Equal(files[0], file));
    }

    private static SweepInputs Inputs(TempFolder folder)
    {
        var path = SweepFileOnDisk.Write(folder, Problems, sampling: Sampling, strategies: Strategies);
        return Assert.IsType<Validated<SweepInputs>.Valid>(SweepInputs.Load(path, StrategyRegistry.BuiltIn)).Value;
    }

    private static async Task<string> OutcomesAsync(SweepInputs inputs, EngineLimits limits)
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(Both, Open(inputs, limits), new CoordinatorOptions { MaxProblemsRunning = limits.Problems });
        return string.Join('\n', await new SweepRun(cluster.Grains).FinishAsync(inputs.Submission));
    }

    private static DeviceEngines Open(SweepInputs inputs, EngineLimits limits)
    {
        var execution = new OnnxExecutionOptions { Threads = limits.Threads };
        var options = new EngineOptions
        {
            MaxRows = limits.Rows,
            MaxParkedRows = limits.ParkedRows,
            MaxKeptTokens = limits.KeptTokens,
            MaxBatchTokens = limits.BatchTokens,
            MaxQueuedChildren = limits.Queue,
        };
        return new DeviceEngines(
            [InferenceEngines.OpenProposer(inputs.Proposer.Folder!, options, execution)],
            [InferenceEngines.OpenVerifier(inputs.Verifier!.Folder!, options, execution)]);
    }
}
