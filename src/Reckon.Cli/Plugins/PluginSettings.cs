using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;

namespace Reckon.Cli.Plugins;

/// <summary>Which plugins the configuration names, for every command that reads a sweep.</summary>
internal static class PluginSettings
{
    /// <summary>The list of paths under this key; in the environment <c>RECKON_PLUGINS__0</c> and so on.</summary>
    public const string Key = "Plugins";

    /// <summary>The paths in <paramref name="configuration"/>, in their order.</summary>
    public static ImmutableArray<string> Paths(IConfiguration configuration) =>
        [.. configuration.GetSection(Key).GetChildren().Select(path => path.Value ?? "")];
}
