using Reckon.Cli;
using Reckon.Evaluation;

namespace Reckon.Benchmarks;

/// <summary>What searching, storing and routing cost over the model work alone: a sweep's wall time against bare loops'.</summary>
internal static class SweepAgainstBareLoops
{
    private const int Repeats = 5;
    private const int Cores = 2; // One for each model's thread.
    private const string DefaultSweep = "tests/Reckon.Benchmarks/slice.yaml";

    /// <summary>Prints a table: one line a repeat, sweep and bare loops by turns, and the medians.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var path = arguments.Length > 0 ? arguments[0] : DefaultSweep;
        if (SweepFile.Load(path) is not Validated<SweepFile>.Valid(var file))
        {
            Console.Error.WriteLine($"{path} is no valid sweep; 'reckon validate' says why.");
            return 1;
        }

        var inputs = SweepInputs.Read(file);
        using var bare = new BarePair(inputs);
        await MeasuredSweep.RunAsync(inputs); // Compiles what the measured ones run.
        List<(SweepFigures Sweep, BareFigures Bare)> runs = [];
        PrintHead(inputs);
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            var sweep = await MeasuredSweep.RunAsync(inputs);
            runs.Add((sweep, bare.Run(sweep)));
            Print(runs[^1].Sweep, runs[^1].Bare);
        }

        PrintMedians(runs);
        return 0;
    }

    private static void PrintHead(SweepInputs inputs)
    {
        Console.WriteLine($"{inputs.Spec.Name}: {inputs.Dataset.Problems.Length} problems, {inputs.Trials} trials, 1 thread a model");
        Console.WriteLine($"{"sweep s",8} {"bare s",7} {"bare/sweep",10} {"proposer s",10} {"bare",6} {"verifier s",10} {"busy",6} {"bare",6} {"busier in Run",13} {"others' cores",13}");
    }

    private static void Print(SweepFigures sweep, BareFigures bare) => Console.WriteLine(
        $"{sweep.Wall,8:f2} {bare.Wall,7:f2} {bare.Wall / sweep.Wall,10:f2} {sweep.Proposer.ModelSeconds,10:f2} {bare.Proposer,6:f2} "
        + $"{sweep.Verifier.ModelSeconds,10:f2} {sweep.Verifier.BusySeconds,6:f2} {bare.Verifier,6:f2} {sweep.BusierShare,13:p1} {$"{sweep.OthersCores:f2}/{bare.OthersCores:f2}",13}");

    private static void PrintMedians(List<(SweepFigures Sweep, BareFigures Bare)> runs)
    {
        double Of(Func<SweepFigures, BareFigures, double> value) => Median.Of(runs, run => value(run.Sweep, run.Bare));
        Console.WriteLine($"""
            medians of {runs.Count}
              bare wall / sweep wall                    {Of((sweep, bare) => bare.Wall / sweep.Wall):f2} (of the sums of all: {runs.Sum(run => run.Bare.Wall) / runs.Sum(run => run.Sweep.Wall):f2})
              bare processor time / engines' threads    {Of((sweep, bare) => bare.Cpu / sweep.EngineCpu):f2}
              bare processor time / whole process       {Of((sweep, bare) => bare.Cpu / sweep.ProcessCpu):f2}
              busier model inside the runtime           {Of((sweep, _) => sweep.BusierShare):p1} of the sweep's wall time
              both models inside the runtime            {Of((sweep, _) => (sweep.Proposer.ModelSeconds + sweep.Verifier.ModelSeconds) / (Cores * sweep.Wall)):p1} of {Cores} cores
              processor time of the process             {Of((sweep, _) => sweep.ProcessCpu / (Cores * sweep.Wall)):p1} of {Cores} cores
              proposer, tokens generated                {Of((sweep, _) => sweep.Proposer.GeneratedTokens):f0}, {Of((sweep, _) => sweep.Proposer.GeneratedTokens / sweep.Wall):f0} a second of the sweep
              proposer, tokens replayed                 {Of((sweep, _) => sweep.Proposer.ReplayedTokens):f0}
              proposer, rows decoded                    {Of((sweep, _) => sweep.Proposer.DecodedRows / sweep.Wall):f0} a second of the sweep, {Of((sweep, bare) => sweep.Proposer.DecodedRows / bare.Proposer):f0} a second of its bare loop
              proposer, mean batch                      {Of((sweep, _) => sweep.Proposer.MeanBatch):f1} rows of {Of((sweep, _) => sweep.MeanRowTokens):f0} tokens
              verifier, chunks                          {Of((sweep, _) => sweep.Chunks.Length):f0} of {Of((sweep, _) => sweep.Chunks.Average(chunk => chunk.Length)):f1} tokens after {Of((sweep, _) => sweep.Chunks.Average(chunk => chunk.Start)):f1}, {Of((sweep, _) => sweep.Chunks.Count(chunk => chunk.Start == 0)):f0} of them prompts
              verifier, tokens judged                   {Of((sweep, _) => sweep.Verifier.PrefilledTokens):f0}, {Of((sweep, _) => sweep.Verifier.PrefilledTokens / sweep.Wall):f0} a second of the sweep, {Of((sweep, bare) => sweep.Verifier.PrefilledTokens / bare.Verifier):f0} a second of its bare loop
              expansions drawn                          {Of((sweep, _) => sweep.Expansions):f0}
              processor time of the engines' threads    {Of((sweep, _) => sweep.EngineCpu):f2} s of the process's {Of((sweep, _) => sweep.ProcessCpu):f2} s
              processor time of the compiler's thread   {Of((sweep, _) => sweep.CompilerCpu):f2} s
              processor time of the rest                {Of((sweep, _) => sweep.OverheadMilliseconds):f2} ms an expansion
            """);
    }
}
