using System.CommandLine;
using System.Globalization;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Cli.Results;
using Reckon.Cli.Running;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Estimates;
using Reckon.Evaluation.Reports;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon estimate SWEEP.yaml [--tokens-per-second N | --like DIR] [--json]</c></summary>
internal static class EstimateCommand
{
    public static Command Create(ProcessEnvironment environment, Terminal terminal)
    {
        var sweep = FileArgument.Create("SWEEP.yaml", "The sweep file.");
        var rate = new Option<string>("--tokens-per-second")
        {
            Description = "Tokens that the proposer generates a second, all searches together; tells the time.",
            HelpName = "N",
        };
        var like = new Option<string>("--like")
        {
            Description = "A folder of results whose rate tells the time: of a sweep of these models on this machine.",
            HelpName = "DIR",
        };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("estimate", "Predict tokens, FLOPs and time of a sweep, and start nothing.") { sweep, rate, like, json };
        Check(command, rate, like);
        var flags = SettingFlags.OfStrategies(command, environment);
        command.SetAction(arguments =>
        {
            if (flags.Load(arguments, terminal) is not { } settings
                || PluginStrategies.Load(settings, terminal) is not { } strategies
                || SweepFileReport.Load(arguments.GetRequiredValue(sweep), strategies, terminal) is not { } inputs)
            {
                return ExitCode.Usage;
            }

            var time = TimeOf(inputs, RateOf(arguments.GetValue(rate)), arguments.GetValue(like), terminal);
            terminal.Output.Write(
                arguments.GetValue(json) ? EstimateJson.Write(inputs.Estimate, time) : EstimateText.Whole(inputs.Estimate, time));
            return ExitCode.Success;
        });
        return command;
    }

    private static void Check(Command command, Option<string> rate, Option<string> like)
    {
        rate.Validators.Add(result =>
        {
            if (result.Tokens is [.., var last] && RateOf(last.Value) is null)
            {
                result.AddError($"{rate.Name} needs a number above 0, such as 2500.");
            }
        });
        command.Validators.Add(result =>
        {
            if (result.GetResult(rate) is not null && result.GetResult(like) is not null)
            {
                result.AddError($"{rate.Name} and {like.Name} both give a rate. Give one of them.");
            }
        });
    }

    // Parsed here: the library's own parser uses the words of a programmer.
    private static double? RateOf(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var rate)
        && rate > 0 && double.IsFinite(rate)
            ? rate
            : null;

    private static TimeEstimate? TimeOf(SweepInputs inputs, double? rate, string? like, Terminal terminal)
    {
        if (like is null)
        {
            return rate is { } given ? TimeEstimate.Of(inputs.Estimate, given, "as given") : null;
        }

        var (summary, measured) = MeasuredRate.Read(like);
        if (summary.Models != inputs.Header.Models)
        {
            terminal.Error.WriteLine("note: the results of --like are of other models: the time says little.");
        }

        return TimeEstimate.Of(inputs.Estimate, measured, $"as measured in {like}");
    }
}
