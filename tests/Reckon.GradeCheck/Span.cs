namespace Reckon.GradeCheck;

/// <summary>The part of a vector's text that is the answer. Grading is what is measured here, so this takes the plainest of rules.</summary>
internal static class Span
{
    private static readonly string[] _marks = ["inal answer is", "nswer is", "inal answer:", "nswer:"];

    public static string Of(string text)
    {
        var thought = text.LastIndexOf("</think>", StringComparison.Ordinal);
        text = thought < 0 ? text : text[(thought + "</think>".Length)..];
        return Boxed(text) ?? Marked(text) ?? Displayed(text) ?? text;
    }

    private static string? Boxed(string text)
    {
        for (var start = text.LastIndexOf("\\boxed{", StringComparison.Ordinal); start >= 0; start = start == 0 ? -1 : text.LastIndexOf("\\boxed{", start - 1, StringComparison.Ordinal))
        {
            var depth = 0;
            for (var index = start + "\\boxed".Length; index < text.Length; index++)
            {
                depth += text[index] == '{' ? 1 : text[index] == '}' ? -1 : 0;
                if (depth == 0)
                {
                    return text[(start + "\\boxed{".Length)..index];
                }
            }
        }

        return null;
    }

    private static string? Marked(string text)
    {
        foreach (var mark in _marks)
        {
            var at = text.LastIndexOf(mark, StringComparison.Ordinal);
            if (at >= 0)
            {
                var rest = text[(at + mark.Length)..];
                return Displayed(rest) ?? rest.Split(". ")[0].Trim().TrimEnd('.');
            }
        }

        return null;
    }

    /// <summary>The last formula in dollars, where prose stands around it.</summary>
    private static string? Displayed(string text)
    {
        var last = text.LastIndexOf('$');
        var first = last > 0 ? text.LastIndexOf('$', last - 1) : -1;
        var isProse = text.Contains(". ", StringComparison.Ordinal) || text.StartsWith("The ", StringComparison.Ordinal) || text.Length > 120
            || text.StartsWith("We ", StringComparison.Ordinal) || text.StartsWith("Therefore", StringComparison.Ordinal);
        return first >= 0 && last - first > 1 && isProse ? text[(first + 1)..last] : null;
    }
}
