using System.Collections.Immutable;

namespace Reckon.Cli.Configuration;

/// <summary>What a process' environment sets: <c>RECKON__Section__Key</c>, in whatever case.</summary>
internal static class EnvironmentLayer
{
    /// <summary>What names a variable of ours.</summary>
    public const string Prefix = "RECKON__";

    /// <summary>What separates section and key.</summary>
    public const string Separator = "__";

    /// <summary>The variables of ours among <paramref name="variables"/>, by name.</summary>
    public static ImmutableArray<PlacedText> Of(IReadOnlyDictionary<string, string> variables) =>
    [
        .. variables
            .Where(variable => variable.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            .OrderBy(variable => variable.Key, StringComparer.Ordinal)
            .Select(variable => new PlacedText(KeysOf(variable.Key), variable.Value, new SettingPlace(SettingSource.Environment, variable.Key))),
    ];

    private static ImmutableArray<string> KeysOf(string variable) => [.. variable[Prefix.Length..].Split(Separator)];
}
