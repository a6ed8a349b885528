namespace Reckon.Cli.Output;

/// <summary>Where a command writes.</summary>
/// <param name="Output">Results, for people and pipes.</param>
/// <param name="Error">Progress, notes and faults.</param>
/// <param name="IsInteractive">Whether <paramref name="Error"/> is a terminal that can redraw lines.</param>
/// <param name="HasColor">Whether to use colours there; only where it is interactive.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error, bool IsInteractive = false, bool HasColor = false)
{
    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess() =>
        Of(Console.Out, new BestEffortWriter(Console.Error), Console.IsErrorRedirected, Environment.GetEnvironmentVariable);

    /// <summary>
    /// A terminal by the usual conventions: not interactive in a pipe or where it is dumb, no colour where NO_COLOR is set
    /// (no-color.org).
    /// </summary>
    public static Terminal Of(TextWriter output, TextWriter error, bool isRedirected, Func<string, string?> environment)
    {
        var isInteractive = !isRedirected && environment("TERM") != "dumb";
        return new Terminal(output, error, isInteractive, isInteractive && string.IsNullOrEmpty(environment("NO_COLOR")));
    }
}
