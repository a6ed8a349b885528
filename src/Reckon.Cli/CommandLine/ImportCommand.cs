using System.CommandLine;
using Reckon.Cli.Importing;
using Reckon.Cli.Output;
using Reckon.Cli.Results;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon import FILE --out DIR [--run RUN] [--descriptor NAME]</c></summary>
internal static class ImportCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = FileArgument.Create("FILE", "Answers that another program drew: a line of JSON for each problem. docs/study.md says how.");
        var output = new Option<string>("--out", "-o") { Description = "Folder for the results.", HelpName = "DIR", Required = true };
        var run = new Option<string>("--run") { Description = "Of several runs in the file, the one to take.", HelpName = "RUN" };
        var descriptor = new Option<string>("--descriptor")
        {
            Description = "How answers are found and compared: a known descriptor.",
            HelpName = "NAME",
            DefaultValueFactory = _ => "math",
        };
        var command = new Command("import", "Make a folder of results from answers that another program drew, and grade them.")
        {
            file, output, run, descriptor,
        };
        command.SetAction(async arguments =>
        {
            var target = Path.GetFullPath(arguments.GetRequiredValue(output));
            var summary = SampleImport.Run(
                arguments.GetRequiredValue(file), arguments.GetValue(run), arguments.GetRequiredValue(descriptor), target);
            await ResultsPrinter.PrintTableAsync(terminal, target, summary);
            return ExitCode.Success;
        });
        return command;
    }
}
