using System.CommandLine;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Cli.Running;
using Reckon.Evaluation.Diagnostics;
using Reckon.Inference.Folders;
using Reckon.Search;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon prompt SWEEP.yaml PROBLEM [--plugin FILE.dll]</c></summary>
internal static class PromptCommand
{
    public static Command Create(ProcessEnvironment environment, Terminal terminal)
    {
        var sweep = FileArgument.Create("SWEEP.yaml", "The sweep file.");
        var problem = new Argument<string>("PROBLEM") { Description = "The id of a problem of its dataset." };
        var command = new Command("prompt", "Show the very text and tokens that a sweep's models get for a problem.") { sweep, problem };
        var flags = SettingFlags.OfStrategies(command, environment);
        command.SetAction(arguments =>
            flags.Load(arguments, terminal) is { } settings
            && PluginStrategies.Load(settings, terminal) is { } strategies
            && SweepFileReport.Load(arguments.GetRequiredValue(sweep), strategies, terminal) is { } inputs
                ? Show(inputs, arguments.GetRequiredValue(problem), terminal)
                : ExitCode.Usage);
        return command;
    }

    private static int Show(SweepInputs inputs, string id, Terminal terminal)
    {
        if (inputs.Dataset.Problems.FirstOrDefault(problem => problem.Id == id) is not { } found)
        {
            terminal.Error.WriteLine(SafeText.Terminal(
                $"The sweep has no problem {Quoted.Of(id)}. Its first is {Quoted.Of(inputs.Dataset.Problems[0].Id)}."));
            return ExitCode.Usage;
        }

        Show("proposer", inputs.Proposer.Folder, inputs.Spec.Sampling.Preface, found, terminal);
        Show("verifier", inputs.Verifier?.Folder, preface: null, found, terminal);
        return ExitCode.Success;
    }

    private static void Show(string role, ModelFolder? folder, Preface? preface, Problem problem, Terminal terminal)
    {
        if (folder is null)
        {
            return;
        }

        var ids = folder.Prompt.With(preface).Encode(problem);
        terminal.Output.WriteLine(SafeText.Terminal($"{role} {folder.Descriptor.Card.Name}, {ids.Length} tokens:"));
        foreach (var line in string.Concat(ids.Select(folder.Tokenizer.Spell)).Split('\n'))
        {
            terminal.Output.WriteLine(SafeText.Terminal($"  {line}"));
        }

        terminal.Output.WriteLine($"ids: {string.Join(' ', ids)}");
    }
}
