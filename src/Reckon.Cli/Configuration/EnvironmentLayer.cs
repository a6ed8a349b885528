using System.Collections.Immutable;

namespace Reckon.Cli.Configuration;

/// <summary>What a process's environment sets: <c>RECKON__Section__Key</c>, in any case.</summary>
internal static class EnvironmentLayer
{
    /// <summary>The start of the names of Reckon's variables.</summary>
    public const string Prefix = "RECKON__";

    /// <summary>What separates section and key.</summary>
    public const string Separator = "__";

    /// <summary>Reckon's variables among <paramref name="variables"/>, by name.</summary>
    public static ImmutableArray<PlacedText> Of(IReadOnlyDictionary<string, string> variables) =>
    [
        .. variables
            .Where(variable => variable.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            .OrderBy(variable => variable.Key, StringComparer.Ordinal)
            .Select(variable => new PlacedText(KeysOf(variable.Key), variable.Value, PlaceOf(variable.Key))),
    ];

    private static SettingPlace PlaceOf(string variable) => new(SettingSource.Environment, variable);

    private static ImmutableArray<string> KeysOf(string variable) => [.. variable[Prefix.Length..].Split(Separator)];
}
