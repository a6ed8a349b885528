using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Files;
using Reckon.Search.Strategies;

namespace Reckon.Cli.Plugins;

/// <summary>
/// Loads strategies from assemblies that the operator names. Their code runs with all of the program's rights, so a sweep file,
/// which may come from anyone, cannot name one.
/// </summary>
internal static class PluginLoader
{
    private const long MaxBytes = 256 << 20;
    private const string Rebuild = "Build it against this version of Reckon.Search, and keep the assemblies that it needs next to it";

    /// <summary>
    /// The program's strategies and those in the assemblies at <paramref name="paths"/>, or everything that is wrong with these.
    /// </summary>
    public static Validated<StrategyRegistry> Load(IEnumerable<string> paths)
    {
        var registry = StrategyRegistry.BuiltIn;
        var faults = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var path in paths)
        {
            switch (DiskFiles.Read(path, MaxBytes).Then(bytes => Load(path, bytes)))
            {
                case Validated<Plugin>.Valid(var plugin):
                    registry = Add(registry, plugin, faults);
                    break;
                case Validated<Plugin>.Invalid(var diagnostics):
                    faults.AddRange(diagnostics);
                    break;
            }
        }

        return faults.Count == 0
            ? new Validated<StrategyRegistry>.Valid(registry)
            : new Validated<StrategyRegistry>.Invalid(faults.ToImmutable());
    }

    private static Validated<Plugin> Load(string path, byte[] bytes)
    {
        try
        {
            // From the same bytes that are hashed: the file may change meanwhile.
            using var image = new MemoryStream(bytes);
            var assembly = new PluginContext(Path.GetFullPath(path)).LoadFromStream(image);
            var strategies = StrategyTypes.In(assembly);
            return strategies.Count > 0
                ? new Validated<Plugin>.Valid(new Plugin(path, Convert.ToHexStringLower(SHA256.HashData(bytes)), [.. strategies]))
                : Fault(path, "there is no strategy in this assembly",
                    $"A strategy is a public class that implements {typeof(IDefinedStrategy).FullName}");
        }
        catch (BadImageFormatException)
        {
            return Fault(path, "this is not a .NET assembly", "Name the .dll file from the build of the plugin");
        }
        catch (Exception cause) // A foreign assembly may throw anything while it is loaded.
        {
            return Fault(path, $"the assembly cannot be loaded: {cause.Message.TrimEnd('.')}", Rebuild);
        }
    }

    private static StrategyRegistry Add(StrategyRegistry registry, Plugin plugin, ImmutableArray<Diagnostic>.Builder faults)
    {
        foreach (var type in plugin.Strategies)
        {
            var (added, messages) = Add(registry, type, plugin.Version);
            registry = added;
            faults.AddRange(messages.Select(message =>
                new Diagnostic(plugin.Path, 0, 0, type.FullName ?? "", message, "Correct the plugin, or remove it")));
        }

        return registry;
    }

    private static (StrategyRegistry Registry, ImmutableArray<string> Faults) Add(StrategyRegistry registry, Type type, string version)
    {
        try
        {
            var definition = StrategyTypes.DefinitionOf(type) with { Version = version };
            return registry.Faults(definition) is { IsEmpty: false } faults ? (registry, faults) : (registry.With(definition), []);
        }
        catch (Exception cause) // Foreign code may throw anything.
        {
            var own = cause is TargetInvocationException or TypeInitializationException ? cause.GetBaseException() : cause;
            return (registry, [$"its definition cannot be read: {own.GetType().Name}: {own.Message.TrimEnd('.')}"]);
        }
    }

    private static Validated<Plugin>.Invalid Fault(string path, string message, string remedy) =>
        new([new Diagnostic(path, 0, 0, "", message, remedy)]);
}
