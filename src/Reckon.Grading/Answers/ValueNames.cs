namespace Reckon.Grading.Answers;

/// <summary>
/// The names that are given values: <c>y</c>, <c>y'</c>, <c>f(x)</c>, <c>f^-1(x)</c>, <c>P(Y=5)</c>, and <c>y'[x]</c> for the derivative
/// of y with respect to x.
/// </summary>
internal static class ValueNames
{
    private const string Inverse = "^-1";

    /// <summary>The name of a derivative of an order, such as <c>y''[x]</c>.</summary>
    public static string Derivative(string function, string variable, int order) => $"{function}{new string('\'', order)}[{variable}]";

    /// <summary>
    /// Whether two names may be of one thing. A function may be called by the letter of its value, as in y = 2x and f(x) = 2x; its
    /// derivative and its inverse are other things.
    /// </summary>
    public static bool Agree(string? reference, string? answer, bool mayBeMissing)
    {
        if (reference is null || answer is null)
        {
            return reference == answer || mayBeMissing;
        }

        if (reference == answer)
        {
            return true;
        }

        var (one, other) = (Split(reference), Split(answer));
        return one.Marks == other.Marks && (one.Bracket, other.Bracket) switch
        {
            ('\0', '(') or ('(', '\0') or ('[', '(') or ('(', '[') => true,
            ('\0', '[') or ('[', '\0') => one.Stem == other.Stem,
            _ => false,
        };
    }

    // The letter, the marks behind it, and the bracket with which its argument begins.
    private static (string Stem, string Marks, char Bracket) Split(string name)
    {
        var end = name.AsSpan(1).IndexOfAny('(', '[') + 1;
        var bracket = end > 0 ? name[end] : '\0';
        var head = end > 0 ? name[..end] : name;
        var stem = head.EndsWith(Inverse, StringComparison.Ordinal) ? head[..^Inverse.Length] : head.TrimEnd('\'');
        return (stem, head[stem.Length..], bracket);
    }
}
