using System.CommandLine;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Cli.Studying;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.StudyReports;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon report DIR [--study FILE] [--out DIR]</c></summary>
internal static class ReportCommand
{
    private const string DefaultFolder = "report";

    public static Command Create(ProcessEnvironment environment, Terminal terminal)
    {
        var folder = FileArgument.Create("DIR", "A folder of results of a finished sweep.");
        var file = StudyFlag.Create();
        var output = new Option<string>("--out", "-o") { Description = "Folder for the report. Default: DIR/report.", HelpName = "DIR" };
        var command = new Command(
            "report", "Write a report on the results of a sweep: a page, Markdown, tables as CSV, plots as SVG and PNG. Needs no model.")
        {
            folder, file, output,
        };
        var flags = SettingFlags.OfStrategies(command, environment);
        command.SetAction(arguments =>
        {
            if (flags.Load(arguments, terminal) is not { } settings || PluginStrategies.Load(settings, terminal) is not { } strategies)
            {
                return ExitCode.Usage;
            }

            var path = arguments.GetRequiredValue(folder);
            var results = StudyFolder.Read(path, strategies);
            if (StudyFile.Load(arguments.GetValue(file), results.Sweep.Spec, terminal) is not { } study)
            {
                return ExitCode.Usage;
            }

            var report = StudyReportBuilder.Build(StudyMaterialReader.Read(results, study, strategies));
            var target = Path.GetFullPath(arguments.GetValue(output) ?? Path.Combine(path, DefaultFolder));
            ReportWriter.Write(report, target);
            foreach (var note in report.Notes)
            {
                terminal.Error.WriteLine(SafeText.Terminal($"note: {note}"));
            }

            terminal.Output.WriteLine(SafeText.Terminal(Path.Combine(target, ReportWriter.PageName)));
            return ExitCode.Success;
        });
        return command;
    }
}
