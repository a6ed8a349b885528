using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Coordinator.Sweeps;
using Reckon.Evaluation.Diagnostics;
using Reckon.Inference.Engines;
using Reckon.Inference.Onnx.Options;

namespace Reckon.Cli.CommandLine;

/// <summary>The options of a command that set how the machine is used, and the one that names a configuration file.</summary>
internal sealed class SettingFlags
{
    private static readonly string _devices = string.Join(", ", Enum.GetNames<ExecutionProvider>());

    private readonly ProcessEnvironment _environment;
    private readonly ImmutableArray<Setting> _known;
    private readonly Option<string> _config = new("--config")
    {
        Description = $"Configuration file (YAML or JSON). Default: {FileLayer.DefaultName} in the working folder, if there is one.",
        HelpName = "FILE",
    };

    private readonly ImmutableArray<(Option<string> Option, Setting Setting)> _flags;

    private readonly Option<string[]> _plugins = new("--plugin")
    {
        Description = "An assembly whose strategies the sweep may name; may be given more than once. Its code is run.",
        HelpName = "FILE.dll",
    };

    private SettingFlags(Command command, ProcessEnvironment environment, bool withMachine)
    {
        _environment = environment;
        _known = KnownSettings.On(environment.Processors);
        _config.Validators.Add(CheckFile);
        _flags = withMachine ? MachineFlags() : [];
        command.Add(_config);
        command.Add(_plugins);
        _flags.Select(flag => flag.Option).ToList().ForEach(command.Add);
    }

    /// <summary>Adds all options to <paramref name="command"/>.</summary>
    public static SettingFlags All(Command command, ProcessEnvironment environment) => new(command, environment, withMachine: true);

    /// <summary>Adds those that determine the known strategies to <paramref name="command"/>, which runs nothing.</summary>
    public static SettingFlags OfStrategies(Command command, ProcessEnvironment environment) =>
        new(command, environment, withMachine: false);

    /// <summary>
    /// The configuration; null when something is wrong in it. All faults have then been written to <paramref name="terminal"/>.
    /// </summary>
    public EffectiveSettings? Load(ParseResult arguments, Terminal terminal)
    {
        var values =
            from flag in _flags
            let text = arguments.GetValue(flag.Option)
            where text is not null
            select new PlacedText(flag.Setting.Names, text, PlaceOf(flag.Option));
        switch (SettingsLoader.Load(_environment, arguments.GetValue(_config), [.. values, .. PluginsOf(arguments)]))
        {
            case Validated<EffectiveSettings>.Valid(var settings):
                return settings;
            case Validated<EffectiveSettings>.Invalid(var faults):
                FaultLines.Write(terminal, faults);
                return null;
            default:
                throw new InvalidOperationException("A result is valid or invalid.");
        }
    }

    private ImmutableArray<(Option<string> Option, Setting Setting)> MachineFlags() =>
    [
        Flag("--rows", "N", nameof(EngineOptions.MaxRows), "Rows of the proposer's batch, each with memory for a whole context."),
        Flag("--threads", "N", nameof(OnnxExecutionOptions.Threads), "Threads of each model."),
        Flag("--problems", "N", nameof(CoordinatorOptions.MaxProblemsRunning), "Problems that run at once."),
        Flag(
            "--device", "DEVICE", nameof(OnnxExecutionOptions.Provider),
            $"Where models run: {_devices}. A GPU needs a build with OrtFlavor=Gpu or CudaPlugin."),
    ];

    private IEnumerable<PlacedText> PluginsOf(ParseResult arguments) => arguments.GetValue(_plugins) is { Length: > 0 } files
        ? [new PlacedText(SettingOf(nameof(StrategyOptions.Plugins)).Names,
            string.Join(ValueKind.FilePaths.Separator, files), PlaceOf(_plugins))]
        : [];

    private static SettingPlace PlaceOf(Option option) => new(SettingSource.CommandLine, option.Name);

    private Setting SettingOf(string property) => _known.Single(known => known.Property.Name == property);

    private (Option<string> Option, Setting Setting) Flag(string name, string value, string property, string description)
    {
        var setting = SettingOf(property);
        var standard = setting.Kind.Show(setting.Read(new ReckonOptions()));
        return (new Option<string>(name) { Description = $"{description} Default: {standard}.", HelpName = value }, setting);
    }

    private static void CheckFile(OptionResult result)
    {
        if (result.Tokens is [.., var last] && string.IsNullOrWhiteSpace(last.Value))
        {
            result.AddError("--config needs the path of a file.");
        }
    }
}
