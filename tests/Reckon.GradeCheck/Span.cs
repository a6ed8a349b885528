namespace Reckon.GradeCheck;

/// <summary>The part of a vector's text that is the answer. Grading is what is measured here, so this takes the plainest of rules.</summary>
internal static class Span
{
    private const string Box = "\\boxed{";

    private static readonly string[] _marks = ["inal answer is", "nswer is", "inal answer:", "nswer:"];

    public static string Of(string text)
    {
        var thought = text.LastIndexOf("</think>", StringComparison.Ordinal);
        text = thought < 0 ? text : text[(thought + "</think>".Length)..];
        return Boxed(text) ?? Marked(text) ?? Displayed(text) ?? text;
    }

    /// <summary>What the last box holds, and those before it from which only a comma or "and" parts it.</summary>
    private static string? Boxed(string text)
    {
        var boxes = new List<(int Start, int End)>();
        for (var start = text.IndexOf(Box, StringComparison.Ordinal); start >= 0; start = text.IndexOf(Box, start + 1, StringComparison.Ordinal))
        {
            if (End(text, start + Box.Length - 1) is { } end)
            {
                boxes.Add((start, end));
            }
        }

        var first = boxes.Count - 1;
        while (first > 0 && Connects(text[boxes[first - 1].End..boxes[first].Start]))
        {
            first--;
        }

        return first < 0 ? null
            : first == boxes.Count - 1 ? text[(boxes[first].Start + Box.Length)..(boxes[first].End - 1)]
            : text[boxes[first].Start..boxes[^1].End];
    }

    private static bool Connects(string between)
    {
        var bare = between.Replace("\\quad", "", StringComparison.Ordinal).Replace("\\text", "", StringComparison.Ordinal);
        return string.Concat(bare.Where(character => !char.IsWhiteSpace(character) && character is not ('{' or '}'))) is "," or ";" or "and" or "or";
    }

    /// <summary>The end of a group, its brace included.</summary>
    private static int? End(string text, int brace)
    {
        var depth = 0;
        for (var index = brace; index < text.Length; index++)
        {
            depth += text[index] == '{' ? 1 : text[index] == '}' ? -1 : 0;
            if (depth == 0)
            {
                return index + 1;
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
        var outside = string.Concat(text.Split('$').Where((_, index) => index % 2 == 0));
        var isProse = outside.Split(' ').Count(word => word.Length > 2 && word is not "and" && word.All(char.IsLetter)) > 1 || text.Length > 120;
        return first >= 0 && last - first > 1 && isProse ? text[(first + 1)..last] : null;
    }
}
