using Spectre.Console;

namespace Reckon.Cli.Output;

/// <summary>A console whose pictures are redrawn in place.</summary>
internal static class LiveConsole
{
    /// <summary>That of <paramref name="terminal"/>, which is interactive.</summary>
    public static IAnsiConsole On(Terminal terminal) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.Yes,
        Interactive = InteractionSupport.Yes,
        ColorSystem = terminal.HasColor ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
        Out = new AnsiConsoleOutput(terminal.Error),
    });
}
