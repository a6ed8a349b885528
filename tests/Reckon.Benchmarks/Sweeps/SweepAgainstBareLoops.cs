using Reckon.Benchmarks.Machine;
using Reckon.Cli.Running;
using Reckon.Evaluation.Diagnostics;
using Reckon.Inference.Engines;
using Reckon.Search.Strategies;

namespace Reckon.Benchmarks.Sweeps;

/// <summary>
/// A sweep's wall time against that of lockstep loops that draw the same number of tokens, and of loops that replay its runs.
/// </summary>
internal static class SweepAgainstBareLoops
{
    private const int Repeats = 5;
    private const int Cores = 2; // One for each model's thread.
    private const string DefaultSweep = "tests/Reckon.Benchmarks/slice.yaml";

    /// <summary>Prints a table: one line per repeat, sweep and bare loops in turns, and the medians.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var path = arguments.Length > 0 ? arguments[0] : DefaultSweep;
        if (SweepInputs.Load(path, StrategyRegistry.BuiltIn) is not Validated<SweepInputs>.Valid(var inputs))
        {
            Console.Error.WriteLine($"{path} is no valid sweep; 'reckon validate' says why.");
            return 1;
        }

        using var bare = new BarePair(inputs);
        await MeasuredSweep.RunAsync(inputs); // Compiles what the measured ones run.
        List<(SweepFigures Sweep, BareFigures Loops, BareFigures Own)> runs = [];
        PrintHead(inputs);
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            var sweep = await MeasuredSweep.RunAsync(inputs);
            runs.Add((sweep, bare.RunLoops(sweep, new EngineOptions().MaxRows), bare.RunOwn(sweep)));
            Print(runs[^1]);
        }

        PrintMedians(runs);
        return 0;
    }

    private static void PrintHead(SweepInputs inputs)
    {
        Console.WriteLine($"{inputs.Spec.Name}: {inputs.Dataset.Problems.Length} problems, {inputs.Trials} trials, 1 thread a model");
        Console.WriteLine($"{"sweep s",8} {"loops s",7} {"loops/sweep",11} {"own s",6} {"own/sweep",9} {"proposer s",10} {"verifier s",10} {"busy",6} {"others' cores",13}");
    }

    private static void Print((SweepFigures Sweep, BareFigures Loops, BareFigures Own) run) => Console.WriteLine(
        $"{run.Sweep.Wall,8:f2} {run.Loops.Wall,7:f2} {run.Loops.Wall / run.Sweep.Wall,11:f2} {run.Own.Wall,6:f2} {run.Own.Wall / run.Sweep.Wall,9:f2} "
        + $"{run.Sweep.Proposer.ModelSeconds,10:f2} {run.Sweep.Verifier.ModelSeconds,10:f2} {run.Sweep.Verifier.BusySeconds,6:f2} {run.Sweep.OthersCores,13:f2}");

    private static void PrintMedians(List<(SweepFigures Sweep, BareFigures Loops, BareFigures Own)> runs)
    {
        double Of(Func<SweepFigures, BareFigures, double> value) => Median.Of(runs, run => value(run.Sweep, run.Own));
        Console.WriteLine($"""
            medians of {runs.Count}
              wall time, lockstep loops / the sweep     {Median.Of(runs, run => run.Loops.Wall / run.Sweep.Wall):f2} (of the sums of all: {runs.Sum(run => run.Loops.Wall) / runs.Sum(run => run.Sweep.Wall):f2})
              wall time, replayed runs / the sweep      {Of((sweep, own) => own.Wall / sweep.Wall):f2} (of the sums of all: {runs.Sum(run => run.Own.Wall) / runs.Sum(run => run.Sweep.Wall):f2})
              processor time, lockstep loops / process  {Median.Of(runs, run => run.Loops.Cpu / run.Sweep.ProcessCpu):f2}
              processor time, replayed runs / engines   {Of((sweep, own) => own.Cpu / sweep.EngineCpu):f2}
              busier model inside the runtime           {Of((sweep, _) => sweep.BusierShare):p1} of the sweep's wall time
              both models inside the runtime            {Of((sweep, _) => (sweep.Proposer.ModelSeconds + sweep.Verifier.ModelSeconds) / (Cores * sweep.Wall)):p1} of {Cores} cores
              processor time of the process             {Of((sweep, _) => sweep.ProcessCpu / (Cores * sweep.Wall)):p1} of {Cores} cores
              proposer, tokens generated                {Of((sweep, _) => sweep.Proposer.GeneratedTokens):f0}, {Of((sweep, _) => sweep.Proposer.GeneratedTokens / sweep.Wall):f0} per second of the sweep, {Median.Of(runs, run => run.Sweep.Proposer.GeneratedTokens / run.Loops.Proposer):f0} per second of its loop
              proposer, tokens replayed                 {Of((sweep, _) => sweep.Proposer.ReplayedTokens):f0}
              proposer, rows decoded                    {Of((sweep, _) => sweep.Proposer.DecodedRows):f0}, {Of((sweep, _) => sweep.Proposer.GeneratedTokens / (double)sweep.Proposer.DecodedRows):f1} tokens generated for each
              proposer, mean batch                      {Of((sweep, _) => sweep.Proposer.MeanBatch):f1} rows of {Of((sweep, _) => sweep.MeanRowTokens):f0} tokens
              verifier, chunks                          {Of((sweep, _) => sweep.Chunks.Length):f0} of {Of((sweep, _) => sweep.Chunks.Average(chunk => chunk.Length)):f1} tokens after {Of((sweep, _) => sweep.Chunks.Average(chunk => chunk.Start)):f1}, {Of((sweep, _) => sweep.Chunks.Count(chunk => chunk.Start == 0)):f0} of them prompts
              verifier, tokens judged                   {Of((sweep, _) => sweep.Verifier.PrefilledTokens):f0}, {Of((sweep, _) => sweep.Verifier.PrefilledTokens / sweep.Wall):f0} per second of the sweep, {Of((sweep, bare) => sweep.Verifier.PrefilledTokens / bare.Verifier):f0} per second of its bare loop
              expansions drawn                          {Of((sweep, _) => sweep.Expansions):f0}
              processor time of the engines' threads    {Of((sweep, _) => sweep.EngineCpu):f2} s of the process's {Of((sweep, _) => sweep.ProcessCpu):f2} s
              processor time of the compiler's thread   {Of((sweep, _) => sweep.CompilerCpu):f2} s
              processor time of the rest                {Of((sweep, _) => sweep.OverheadMilliseconds):f2} ms per expansion
            """);
    }
}
