namespace Reckon.Grading.Extraction;

/// <summary>
/// Takes what follows the last "answer is" or "answer:", such as "The final answer is $x = 5$.": the
/// formula that begins there, else the sentence.
/// </summary>
internal sealed class FinalAnswerExtractor : IAnswerExtractor
{
    private const int MostPlaces = 100;
    private const int LongestMark = 16;
    private const string Dollar = "$";
    private const string Padding = " \t\r\n*_";

    private static readonly (string Open, string Close)[] _formulas = [("$$", "$$"), (Dollar, Dollar), (@"\(", @"\)"), (@"\[", @"\]")];

    private readonly BoxedExtractor _boxed = new();

    /// <inheritdoc/>
    public ExtractionResult Find(Completion completion)
    {
        var places = new WordsFromEnd(completion.Text, "nswer", "NSWER");
        for (var i = 0; i < MostPlaces && places.MoveBack(); i++)
        {
            if (IsMark(completion.Text, places.Start, places.End, out var answer)
                && Read(completion.Text[answer..], completion.IsCut) is { Status: not ExtractionStatus.NoAnswer } found)
            {
                return found;
            }
        }

        return ExtractionResult.None;
    }

    // "Answer is", "answer:", "**Answer:**", "final answer is:".
    private static bool IsMark(ReadOnlySpan<char> text, int start, int end, out int answer)
    {
        var window = text[end..Math.Min(text.Length, end + LongestMark)];
        var rest = window.TrimStart(Padding);
        var says = rest.StartsWith("is", StringComparison.OrdinalIgnoreCase) && rest.Length > 2 && !char.IsLetterOrDigit(rest[2]);
        rest = says ? rest[2..].TrimStart(Padding) : rest;
        var hasColon = rest.StartsWith(":", StringComparison.Ordinal);
        answer = end + window.Length - rest.Length + (hasColon ? 1 : 0);
        return (says || hasColon) && start > 0 && text[start - 1] is 'a' or 'A';
    }

    private ExtractionResult Read(ReadOnlySpan<char> rest, bool isCut)
    {
        rest = rest.TrimStart(Padding);
        foreach (var (open, close) in _formulas)
        {
            if (Formula(rest, open, close) is { IsEmpty: false } formula)
            {
                return Unboxed(formula);
            }
        }

        var near = rest[..Math.Min(rest.Length, IAnswerExtractor.LongestAnswer)];
        var line = near.IndexOfAny('\r', '\n');
        var sentence = SentenceEnd(line < 0 ? near : near[..line]);
        if (line >= 0 || sentence >= 0)
        {
            return Unboxed((sentence >= 0 ? near[..sentence] : near[..line]).Trim(Padding));
        }

        return near.Length < rest.Length ? ExtractionResult.None
            : isCut ? ExtractionResult.Truncated
            : Unboxed(near.Trim(Padding));
    }

    // Pandoc's rule tells a dollar that closes a formula from one that is money: no space before it, no digit after it.
    private static ReadOnlySpan<char> Formula(ReadOnlySpan<char> rest, string open, string close)
    {
        if (!rest.StartsWith(open, StringComparison.Ordinal))
        {
            return default;
        }

        var content = rest[open.Length..];
        var end = content[..Math.Min(content.Length, IAnswerExtractor.LongestAnswer)].IndexOf(close, StringComparison.Ordinal);
        if (end <= 0 || open != Dollar)
        {
            return end <= 0 ? default : content[..end];
        }

        var isMoney = content[..end].Contains('\n') || char.IsWhiteSpace(content[end - 1])
            || (end + 1 < content.Length && char.IsAsciiDigit(content[end + 1]));
        return isMoney ? default : content[..end];
    }

    // A full stop ends a sentence before a space or at the end, not inside a number.
    private static int SentenceEnd(ReadOnlySpan<char> line)
    {
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '.' && (at + 1 == line.Length || char.IsWhiteSpace(line[at + 1]) || line[at + 1] is '*' or '"'))
            {
                return at;
            }
        }

        return -1;
    }

    private ExtractionResult Unboxed(ReadOnlySpan<char> answer) =>
        _boxed.Find(new Completion(answer)) is { Text: not null } box ? box : ExtractionResult.Of(answer);
}
