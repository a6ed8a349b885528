namespace Reckon.Evaluation.Diagnostics;

/// <summary>Shows foreign text inside a message: short, in quotes, and safe.</summary>
public static class Quoted
{
    private const int Longest = 60;

    /// <summary>The first 60 characters of <paramref name="text"/>, in quotes.</summary>
    public static string Of(string text) =>
        text.Length <= Longest ? $"'{SafeText.Terminal(text)}'" : $"'{SafeText.Terminal(text[..Longest])}…'";
}
