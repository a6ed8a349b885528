using System.Globalization;
using Reckon.Cli;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var command = new ReckonCommand(new LocalSweepRun(TimeProvider.System), CodeVersion.Text, Terminal.OfProcess(), FaultLog.OfProcess());
return await command.InvokeAsync(args, CancellationToken.None);
