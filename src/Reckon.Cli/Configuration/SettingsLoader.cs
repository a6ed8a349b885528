using System.Collections.Immutable;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Cli.Configuration;

/// <summary>Reads the configuration of a process from all its places.</summary>
internal static class SettingsLoader
{
    /// <summary>The configuration, or everything that is wrong in any place.</summary>
    /// <param name="environment">The surroundings of the process.</param>
    /// <param name="file">The configuration file; null for that of the working folder, if it has one.</param>
    /// <param name="flags">What the command line sets.</param>
    public static Validated<EffectiveSettings> Load(ProcessEnvironment environment, string? file, ImmutableArray<PlacedText> flags)
    {
        var written = ReadFile(environment, file);
        var values = written is Validated<ImmutableArray<PlacedText>>.Valid(var valid) ? valid : [];
        var known = KnownSettings.On(environment.Processors);
        var settings = SettingsReader.Read(known, values, EnvironmentLayer.Of(environment.Variables), flags);
        if (written is not Validated<ImmutableArray<PlacedText>>.Invalid(var faults))
        {
            return settings;
        }

        var others = settings is Validated<EffectiveSettings>.Invalid(var more) ? more : [];
        return new Validated<EffectiveSettings>.Invalid([.. faults, .. others]);
    }

    private static Validated<ImmutableArray<PlacedText>> ReadFile(ProcessEnvironment environment, string? file)
    {
        if (file is not null)
        {
            return FileLayer.Read(Path.Combine(environment.Folder, file), file);
        }

        var standard = Path.Combine(environment.Folder, FileLayer.DefaultName);
        return File.Exists(standard)
            ? FileLayer.Read(standard, FileLayer.DefaultName)
            : new Validated<ImmutableArray<PlacedText>>.Valid([]);
    }
}
