using System.Globalization;
using Reckon.Cli;
using Reckon.Coordinator;
using Reckon.Inference.Onnx;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var engines = new EngineSettings(Rows: 64, Threads: 1, ExecutionProvider.Cpu);
var sweeps = new LocalSweepRun(engines, new CoordinatorOptions(), TimeProvider.System);
var command = new ReckonCommand(sweeps, CodeVersion.Text, Terminal.OfProcess(), FaultLog.OfProcess());
return await command.InvokeAsync(args, CancellationToken.None);
