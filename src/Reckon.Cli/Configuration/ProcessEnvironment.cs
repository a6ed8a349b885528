using System.Collections;

namespace Reckon.Cli.Configuration;

/// <summary>The surroundings of a process.</summary>
/// <param name="Processors">Processors that it may use, at least 1.</param>
/// <param name="Folder">The working folder.</param>
/// <param name="Variables">The variables of its environment.</param>
internal sealed record ProcessEnvironment(int Processors, string Folder, IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>The environment of this process.</summary>
    public static ProcessEnvironment OfProcess() => new(
        Environment.ProcessorCount,
        Environment.CurrentDirectory,
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? ""));
}
