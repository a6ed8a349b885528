namespace Reckon.Evaluation.Diagnostics;

/// <summary>Shows foreign text inside a message: short, in quotes, and harmless.</summary>
internal static class Quoted
{
    private const int Longest = 60;

    public static string Of(string text) => text.Length <= Longest ? $"'{SafeText.Terminal(text)}'" : $"'{SafeText.Terminal(text[..Longest])}…'";
}
