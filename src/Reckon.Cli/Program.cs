using System.Globalization;
using Microsoft.Extensions.Configuration;
using Reckon.Cli.CommandLine;
using Reckon.Cli.Output;
using Reckon.Cli.Running;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var configuration = new ConfigurationBuilder().AddEnvironmentVariables("RECKON_").Build();
var command = new ReckonCommand(
    new LocalSweepRun(TimeProvider.System), configuration, CodeVersion.Text, Terminal.OfProcess(), FaultLog.OfProcess());
return await command.InvokeAsync(args, CancellationToken.None);
