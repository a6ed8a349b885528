using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Reckon.Cli.Output;
using Reckon.Cli.Running;
using Reckon.Inference.Onnx.Options;
using Reckon.Search.Strategies;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon run SWEEP.yaml [--out DIR] [--plugin FILE.dll]</c></summary>
internal static class RunCommand
{
    private const string DefaultFolder = "runs";
    private const int MostOfAnything = 100_000;

    private static readonly RunOptions _defaults = new();

    public static Command Create(IRunSweep sweeps, IConfiguration configuration, Terminal terminal)
    {
        var sweep = FileArgument.Create("SWEEP.yaml", "The sweep file.");
        var output = new Option<string>("--out", "-o")
        {
            Description = $"Folder for the results; the same folder again goes on where a run stopped. Default: {DefaultFolder}/<name of the sweep>.",
            HelpName = "DIR",
        };
        var rows = Count("--rows", _defaults.Rows, "Continuations that the proposer runs at once; more need more memory.");
        var threads = Count("--threads", _defaults.Threads, "Threads of each of the two models.");
        var problems = Count("--problems", _defaults.Problems, "Problems that run at once.");
        var device = new Option<ExecutionProvider>("--device")
        {
            Description = "Where the models run; a GPU needs a build with OrtFlavor=Gpu or CudaPlugin.",
            DefaultValueFactory = _ => _defaults.Device,
        };
        device.Validators.Add(CheckDevice);
        output.Validators.Add(CheckFolder);
        var plugins = PluginOption.Create();
        var command = new Command("run", "Run a sweep on this machine.") { sweep, output, plugins, rows, threads, problems, device };
        command.SetAction(async (arguments, cancellationToken) =>
            PluginOption.Load(arguments.GetRequiredValue(plugins), configuration, terminal) is { } strategies
                ? await RunAsync(
                    arguments.GetRequiredValue(sweep),
                    strategies,
                    arguments.GetValue(output),
                    new RunOptions(arguments.GetValue(rows), arguments.GetValue(threads), arguments.GetValue(problems), arguments.GetValue(device)),
                    sweeps, terminal, cancellationToken)
                : ExitCode.Usage);
        return command;
    }

    private static Option<int> Count(string name, int standard, string description) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => standard,
        CustomParser = result => ReadCount(result, name),
        HelpName = "N",
    };

    private static int ReadCount(ArgumentResult result, string name)
    {
        var text = result.Tokens is [.., var last] ? last.Value : "";
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > MostOfAnything)
        {
            result.AddError($"{name} takes a whole number from 1 to {MostOfAnything}, not '{text}'.");
        }

        return count;
    }

    // The parser takes a number for any enumeration.
    private static void CheckDevice(OptionResult result)
    {
        if (result.Tokens is [.., var last] && !Enum.GetNames<ExecutionProvider>().Contains(last.Value, StringComparer.OrdinalIgnoreCase))
        {
            result.AddError($"--device takes one of {string.Join(", ", Enum.GetNames<ExecutionProvider>())}.");
        }
    }

    private static void CheckFolder(OptionResult result)
    {
        if (result.Tokens is [.., var last] && (string.IsNullOrWhiteSpace(last.Value) || last.Value.Contains('\0', StringComparison.Ordinal)))
        {
            result.AddError("--out takes the path of a folder.");
        }
    }

    private static async Task<int> RunAsync(
        string path, StrategyRegistry strategies, string? output, RunOptions options, IRunSweep sweeps, Terminal terminal,
        CancellationToken cancellationToken)
    {
        if (SweepFileReport.Load(path, strategies, terminal) is not { } file)
        {
            return ExitCode.Usage;
        }

        var folder = Path.GetFullPath(output ?? Path.Combine(DefaultFolder, file.Spec.Name));
        try
        {
            return await sweeps.RunAsync(new RunRequest(file, folder, options, strategies), terminal, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await terminal.Error.WriteLineAsync("Interrupted. The same command goes on from here.");
            return ExitCode.Interrupted;
        }
    }
}
