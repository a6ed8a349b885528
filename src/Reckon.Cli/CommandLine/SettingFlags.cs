using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Cli.CommandLine;

/// <summary>The options of a command that set something, and the one that names a configuration file.</summary>
internal sealed class SettingFlags
{
    private readonly ProcessEnvironment _environment;
    private readonly ImmutableArray<Setting> _known;
    private readonly Option<string> _config = new("--config")
    {
        Description = $"Configuration file (YAML or JSON). Default: {FileLayer.DefaultName} in the working folder, if there is one.",
        HelpName = "FILE",
    };

    private readonly ImmutableArray<(Option Option, Setting Setting)> _flags;

    private SettingFlags(Command command, ProcessEnvironment environment, FlagGroups groups)
    {
        _environment = environment;
        _known = KnownSettings.On(environment.Processors);
        _config.Validators.Add(CheckFile);
        _flags = [.. SettingFlag.All.Where(flag => groups.HasFlag(flag.Group)).Select(OptionOf)];
        command.Add(_config);
        _flags.Select(flag => flag.Option).ToList().ForEach(command.Add);
    }

    /// <summary>Adds the options of <paramref name="groups"/> to <paramref name="command"/>.</summary>
    public static SettingFlags Of(Command command, ProcessEnvironment environment, FlagGroups groups) => new(command, environment, groups);

    /// <summary>Adds those of <c>reckon run</c> to <paramref name="command"/>.</summary>
    public static SettingFlags OfRun(Command command, ProcessEnvironment environment) =>
        new(command, environment, FlagGroups.Strategies | FlagGroups.Engine | FlagGroups.Search | FlagGroups.Dashboard);

    /// <summary>Adds those that say how a sweep runs to <paramref name="command"/>.</summary>
    public static SettingFlags All(Command command, ProcessEnvironment environment) =>
        new(command, environment, FlagGroups.Strategies | FlagGroups.Engine | FlagGroups.Search);

    /// <summary>Adds those that determine the known strategies to <paramref name="command"/>, which runs nothing.</summary>
    public static SettingFlags OfStrategies(Command command, ProcessEnvironment environment) =>
        new(command, environment, FlagGroups.Strategies);

    /// <summary>
    /// The configuration; null when something is wrong in it. All faults have then been written to <paramref name="terminal"/>.
    /// </summary>
    public EffectiveSettings? Load(ParseResult arguments, Terminal terminal)
    {
        var values =
            from flag in _flags
            let text = TextOf(flag.Option, arguments)
            where text is not null
            select new PlacedText(flag.Setting.Names, text, new SettingPlace(SettingSource.CommandLine, flag.Option.Name));
        switch (SettingsLoader.Load(_environment, arguments.GetValue(_config), [.. values]))
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

    /// <summary>The configuration file that the command line names, as a full path; null for none.</summary>
    public string? FileOf(ParseResult arguments) =>
        arguments.GetValue(_config) is { } file ? Path.GetFullPath(Path.Combine(_environment.Folder, file)) : null;

    private (Option Option, Setting Setting) OptionOf(SettingFlag flag)
    {
        var setting = _known.Single(known => known.Property.Name == flag.Property);
        Option option = flag.IsList
            ? new Option<string[]>(flag.Name) { Description = flag.Description, HelpName = flag.Value }
            : new Option<string>(flag.Name)
            {
                Description = $"{flag.Description} Default: {setting.Kind.Show(setting.Read(new ReckonOptions()))}.",
                HelpName = flag.Value,
            };
        return (option, setting);
    }

    // Null where it was not given.
    private static string? TextOf(Option option, ParseResult arguments) => option switch
    {
        Option<string[]> list => arguments.GetValue(list) is { Length: > 0 } texts
            ? string.Join(ValueKind.FilePaths.Separator, texts)
            : null,
        Option<string> single => arguments.GetValue(single),
        _ => throw new InvalidOperationException("An option has a text or a list of texts."),
    };

    private static void CheckFile(OptionResult result)
    {
        if (result.Tokens is [.., var last] && string.IsNullOrWhiteSpace(last.Value))
        {
            result.AddError("--config needs the path of a file.");
        }
    }
}
