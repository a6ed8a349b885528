// Throwaway
using System.Diagnostics;
using Reckon.Cli;
using Reckon.Contracts;
using Reckon.Coordinator;
using Reckon.Evaluation;
using Reckon.Inference;
using Reckon.Inference.Onnx;
using Serilog;

var clock = Stopwatch.StartNew();
var spec = ((Validated<SweepSpec>.Valid)SweepLoader.Load(args[0])).Value;
if (args.Length > 2) { spec = spec with { Dataset = spec.Dataset with { Limit = int.Parse(args[2]) } }; }
var dataset = ((Validated<Dataset>.Valid)DatasetLoader.Load(spec.Dataset)).Value;
var inputs = new SweepInputs(spec, dataset, ModelFolder.Read(spec.Models.Proposer), ModelFolder.Read(spec.Models.Verifier));
Console.WriteLine($"{clock.Elapsed} inputs {inputs.SpecHash}");
var log = new LoggerConfiguration().MinimumLevel.Information().WriteTo.File(args[1] + "/log.txt").CreateLogger();
var engines = await new EngineSettings(64, 1, ExecutionProvider.Cpu).OpenAsync(spec.Models.Proposer, spec.Models.Verifier);
Console.WriteLine($"{clock.Elapsed} engines");
await using var cluster = await LocalCluster.StartAsync(args[1] + "/store", engines, new CoordinatorOptions(), log, default);
Console.WriteLine($"{clock.Elapsed} silo");
var client = new SweepClient(cluster.Grains, spec.Name);
await client.StartAsync(inputs.Submission, default);
SweepStatus status;
do
{
    await Task.Delay(1000);
    status = await client.StatusAsync();
    var p = await client.PoolAsync(inputs.Submission.ProposerPool);
    var v = await client.PoolAsync(inputs.Submission.VerifierPool);
    Console.WriteLine($"{clock.Elapsed} {status.Phase} {status.TrialsDone}/{status.TrialsTotal} fail {status.Failures.Length} correct {string.Join(' ', status.Correct)} P wait {p.Waiting} fl {p.InFlight} gen {p.Workload.GeneratedTokens} rep {p.Workload.ReplayedTokens} {p.Workload.ModelTime.TotalSeconds:F1}/{p.Workload.BusyTime.TotalSeconds:F1} V wait {v.Waiting} fl {v.InFlight} tok {v.Workload.JudgedTokens} {v.Workload.ModelTime.TotalSeconds:F1}/{v.Workload.BusyTime.TotalSeconds:F1}");
}
while (status.Phase != SweepPhase.Finished);
foreach (var f in status.Failures.Take(3)) { Console.WriteLine(f.Reason); }
var outcomes = await client.OutcomesAsync();
var summary = SummaryBuilder.Build(spec, inputs.Header, outcomes);
File.WriteAllText(args[1] + "/summary.json", SummaryJson.Write(summary));
foreach (var r in summary.Runs) { Console.WriteLine($"{r}"); }
