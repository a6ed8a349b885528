using System.Globalization;
using Microsoft.Extensions.Configuration;
using Reckon.Cli.CommandLine;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Cli.Running;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var command = new ReckonCommand(
    new LocalSweepRun(TimeProvider.System), ProgramVersion.Text, ProcessEnvironment.OfProcess(),
    Terminal.OfProcess(), FaultLog.OfProcess());
return await command.InvokeAsync(args, CancellationToken.None);
