using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Reckon.Cli.Configuration;
using Reckon.Cli.Hosting;
using Reckon.Cli.Output;
using Reckon.Cli.Running;
using Reckon.Evaluation.Diagnostics;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx;
using Reckon.Inference.Onnx.Options;
using Reckon.Inference.Onnx.Trials;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon model check FOLDER [--device …] [--rows N] [--bandwidth N]</c></summary>
internal static class ModelCommand
{
    private const double Giga = 1e9;
    private static readonly ImmutableArray<int> _rows = [1, 4, 16];

    public static Command Create(ProcessEnvironment environment, Terminal terminal) =>
        new("model", "Check models.") { Check(environment, terminal) };

    private static Command Check(ProcessEnvironment environment, Terminal terminal)
    {
        var folder = FileArgument.Create("FOLDER", "The model's folder.");
        var bandwidth = new Option<double?>("--bandwidth")
        {
            Description = "Gigabytes (10^9) a second that the device's memory gives: the speed is printed beside what that allows.",
            HelpName = "N",
            CustomParser = BandwidthOf,
        };
        var command = new Command("check", "Say what a model's folder holds and where each fact is from; open it, test it and time it.")
        {
            folder, bandwidth,
        };
        var flags = SettingFlags.Of(command, environment, FlagGroups.Engine);
        command.SetAction(arguments => flags.Load(arguments, terminal) is { } settings
            ? Check(arguments.GetRequiredValue(folder), settings.Options, arguments.GetValue(bandwidth) * Giga, terminal)
            : ExitCode.Usage);
        return command;
    }

    private static double? BandwidthOf(ArgumentResult result)
    {
        if (double.TryParse(result.Tokens.Single().Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && value is > 0 and < double.PositiveInfinity)
        {
            return value;
        }

        result.AddError("--bandwidth needs a number above 0, such as 2039.");
        return null;
    }

    private static int Check(string path, ReckonOptions options, double? bandwidth, Terminal terminal)
    {
        if (options.Execution.Provider == ExecutionProvider.Simulated)
        {
            throw ClusterSettingException.SimulatedModel();
        }

        switch (ModelLoader.Load(path))
        {
            case Validated<ModelFolder>.Valid(var folder):
                return Check(folder, options, bandwidth, terminal);
            case Validated<ModelFolder>.Invalid(var faults):
                FaultLines.Write(terminal, faults);
                return ExitCode.Usage;
            default:
                throw new InvalidOperationException("A result is valid or invalid.");
        }
    }

    private static int Check(ModelFolder folder, ReckonOptions options, double? bandwidth, Terminal terminal)
    {
        Tell(terminal, ModelText.Facts(folder));
        try
        {
            var available = DeviceMemory.AvailableBytes(options.Execution) ?? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
            var fitting = ModelMemory.Fit(folder, options.Engine.Validated(), available);
            if (folder.Remote is { } remote)
            {
                Tell(terminal, ModelText.Asking(remote));
                Tell(terminal, ModelText.Server(folder, Connect(folder, fitting)));
                Tell(terminal, ModelText.Sweep(folder));
                return ExitCode.Success;
            }

            Tell(terminal, ModelText.Memory(folder, fitting, available, DeviceMemory.HoldsCache(options.Execution, folder.Descriptor.Cache)));
            Tell(terminal, folder.Descriptor.Card.Role == ModelRole.Proposer
                ? ModelText.Trial(
                    ModelTrial.Run(folder, options.Execution, [.. _rows.Where(rows => rows <= fitting.MaxRows)], TimeProvider.System),
                    folder, fitting, bandwidth)
                : Open(folder, fitting, options));
            Tell(terminal, ModelText.Sweep(folder));
            return ExitCode.Success;
        }
        catch (ModelLoadException refused)
        {
            FaultLines.Write(terminal, ModelLoader.FaultsOf(refused, folder.Path));
            return ExitCode.Usage;
        }
    }

    private static bool Connect(ModelFolder folder, EngineOptions options)
    {
        var isVerifier = folder.Descriptor.Card.Role == ModelRole.Verifier;
        var engine = new EngineSettings(options, new()).OpenAsync(isVerifier ? [] : [folder], isVerifier ? [folder] : []).GetAwaiter().GetResult();
        var isRepeatable = folder.Descriptor.Card.IsRepeatable;
        engine.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return isRepeatable;
    }

    private static IEnumerable<string> Open(ModelFolder folder, EngineOptions fitting, ReckonOptions options)
    {
        var engine = InferenceEngines.OpenVerifier(folder, fitting, options.Execution);
        var isRepeatable = engine.Card.IsRepeatable;
        engine.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return ModelText.SelfTest(isRepeatable);
    }

    private static void Tell(Terminal terminal, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            terminal.Output.WriteLine(SafeText.Terminal(line));
        }
    }
}
