using System.Collections.Immutable;
using System.Diagnostics;

namespace Reckon.Testing;

/// <summary>How the executable is started.</summary>
public sealed record ReckonLaunch
{
    /// <summary>As users start it: the build that lies next to the program that starts it.</summary>
    public static ReckonLaunch Usual { get; } = new();

    /// <summary>Its assembly.</summary>
    public string Program { get; init; } = Path.Combine(AppContext.BaseDirectory, "reckon.dll");

    /// <summary>A command, with its arguments, that starts it in place of itself; none by default.</summary>
    public ImmutableArray<string> Through { get; init; } = [];

    /// <summary>Variables of its environment beside those of this process.</summary>
    public ImmutableDictionary<string, string> Variables { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>How the system is asked to start it with <paramref name="arguments"/>, its input and its outputs in pipes.</summary>
    public ProcessStartInfo Start(IEnumerable<string> arguments)
    {
        string[] line = [.. Through, "dotnet", Program, .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardInput = true, // Ends with this process: a server that is attached to it ends then, too.
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Variables)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
