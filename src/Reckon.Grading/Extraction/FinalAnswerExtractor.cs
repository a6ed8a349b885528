namespace Reckon.Grading.Extraction;

/// <summary>
/// Takes what follows the last "answer is", "answer:" or the like, such as "The final answer is $x = 5$.": the formula that begins there,
/// else the sentence without what it adds about the answer.
/// </summary>
internal sealed class FinalAnswerExtractor : IAnswerExtractor
{
    private const int MostPlaces = 100;
    private const int MostWords = 4; // A paragraph with more words than that is no answer, but is about one.
    private const string Dollar = "$";
    private const string Padding = " \t\r\n*_`#";

    private static readonly (string Open, string Close)[] _formulas = [("$$", "$$"), (Dollar, Dollar), (@"\(", @"\)"), (@"\[", @"\]")];

    private readonly BoxedExtractor _boxed = new();

    /// <inheritdoc/>
    public ExtractionResult Find(Completion completion)
    {
        var places = new WordsFromEnd(completion.Text, "nswer", "NSWER");
        for (var i = 0; i < MostPlaces && places.MoveBack(); i++)
        {
            if (AnswerMark.Is(completion.Text, places.Start, places.End, out var answer, out var isHeading)
                && Read(completion.Text[answer..], completion.IsCut, isHeading) is { Status: not ExtractionStatus.NoAnswer } found)
            {
                return found;
            }
        }

        return ExtractionResult.None;
    }

    private ExtractionResult Read(ReadOnlySpan<char> rest, bool isCut, bool isHeading)
    {
        rest = rest.TrimStart(Padding);
        foreach (var (open, close) in _formulas)
        {
            if (Formula(rest, open, close) is { IsEmpty: false } formula)
            {
                return Unboxed(formula);
            }
        }

        if (IsFormulaStart(rest) && rest[2..].IsWhiteSpace())
        {
            return ExtractionResult.Truncated; // The text ends where its answer begins.
        }

        var near = rest[..Math.Min(rest.Length, IAnswerExtractor.LongestAnswer)];
        var line = near.IndexOfAny('\r', '\n');
        var sentence = SentenceEnd(line < 0 ? near : near[..line]);
        var end = sentence >= 0 ? sentence : line;
        if (end < 0)
        {
            if (near.Length < rest.Length || isCut)
            {
                return near.Length < rest.Length ? ExtractionResult.None : ExtractionResult.Truncated;
            }

            end = near.Length;
        }

        var answer = Answer(near[..end]);
        return isHeading && answer.Count(' ') > MostWords && answer.IndexOf("\\boxed") < 0 ? ExtractionResult.None : Unboxed(answer);
    }

    private static bool IsFormulaStart(ReadOnlySpan<char> rest) =>
        rest.StartsWith(@"\[", StringComparison.Ordinal) || rest.StartsWith(@"\(", StringComparison.Ordinal)
            || rest.StartsWith("$$", StringComparison.Ordinal);

    private static ReadOnlySpan<char> Answer(ReadOnlySpan<char> sentence) =>
        SentenceText.WithoutExclamation(SentenceText.WithoutClauses(sentence.Trim(Padding)).Trim(Padding)).Trim(Padding);

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
