using System.Collections.Immutable;
using System.CommandLine;
using Reckon.Cli.Output;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Datasets.Checking;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon dataset check FILE.jsonl [--descriptor D] [--against OTHER.jsonl [--against-descriptor D]]</c></summary>
internal static class DatasetCommand
{
    public static Command Create(Terminal terminal) => new("dataset", "Check datasets.") { Check(terminal) };

    private static Command Check(Terminal terminal)
    {
        var file = FileArgument.Create("FILE.jsonl", "The dataset.");
        var descriptor = Descriptor("--descriptor", "What describes it");
        var against = new Option<string>("--against")
        {
            Description = "Another dataset: warns of problems that are in both.",
            HelpName = "OTHER.jsonl",
        };
        var otherDescriptor = Descriptor("--against-descriptor", "What describes the other dataset");
        otherDescriptor.Validators.Add(result =>
        {
            if (result.GetResult(against) is null)
            {
                result.AddError($"{otherDescriptor.Name} describes the dataset of {against.Name}, which is not given.");
            }
        });
        const string description = "Report what is wrong with a dataset, what looks odd, and what it holds.";
        var command = new Command("check", description) { file, descriptor, against, otherDescriptor };
        command.SetAction(arguments => Check(
            new DatasetSource(arguments.GetRequiredValue(file), Descriptor: arguments.GetValue(descriptor)),
            arguments.GetValue(against) is { } other
                ? new DatasetSource(other, Descriptor: arguments.GetValue(otherDescriptor) ?? arguments.GetValue(descriptor))
                : null,
            terminal));
        return command;
    }

    private static Option<string> Descriptor(string name, string what) => new(name)
    {
        Description = $"{what}: {string.Join(", ", KnownDescriptors.Names)}, or a file."
            + $" Default: {DatasetLoader.DescriptorName} next to it.",
        HelpName = "D",
    };

    private static int Check(DatasetSource source, DatasetSource? otherSource, Terminal terminal)
    {
        var findings = DatasetLoader.Open(source).Then(file => otherSource is null
            ? new Validated<DatasetFindings>.Valid(DatasetCheck.Of(file))
            : DatasetLoader.Open(otherSource).Then(other => new Validated<DatasetFindings>.Valid(DatasetCheck.Of(file, other))));
        return findings switch
        {
            Validated<DatasetFindings>.Valid(var found) => Tell(found, terminal),
            Validated<DatasetFindings>.Invalid(var faults) => Tell(faults, terminal),
            _ => throw new InvalidOperationException("A result is valid or invalid."),
        };
    }

    private static int Tell(DatasetFindings findings, Terminal terminal)
    {
        foreach (var note in findings.Notes)
        {
            terminal.Error.WriteLine(SafeText.Terminal($"note: {note}"));
        }

        FaultLines.Write(terminal, findings.Warnings, "warning: ");
        if (!findings.Faults.IsEmpty)
        {
            return Tell(findings.Faults, terminal);
        }

        terminal.Output.Write(DatasetFindingsText.Plain(findings));
        return ExitCode.Success;
    }

    private static int Tell(ImmutableArray<Diagnostic> faults, Terminal terminal)
    {
        FaultLines.Write(terminal, faults);
        return ExitCode.Usage;
    }
}
