namespace Reckon.Grading.Latex;

/// <summary>Decides what letters without space between them are: a word, a function, a name or a product of variables.</summary>
internal static class LetterRun
{
    private const int ShortestWord = 4;

    private static readonly string[] _prefixes = ["sqrt", "sin", "cos", "tan", "cot", "sec", "csc", "log", "ln"];

    /// <summary>Adds the tokens of the letters of a run, after which a long word may come.</summary>
    public static void Add(List<LatexToken> tokens, string run, bool afterSpace, bool inText, bool isBeforeWord)
    {
        if (run.Length == 1)
        {
            tokens.Add(new LatexToken(LatexTokenKind.Letter, run, default, afterSpace, inText));
        }
        else if (Vocabulary.Runs.TryGetValue(run, out var letter) && (!inText || run == "pi"))
        {
            tokens.Add(new LatexToken(LatexTokenKind.Letter, letter, default, afterSpace));
        }
        else if (Vocabulary.Functions.TryGetValue(run, out var function) && run is not ("sec" or "min" or "max")
            && !(inText && run == "floor"))
        {
            tokens.Add(new LatexToken(LatexTokenKind.Command, function, default, afterSpace));
        }
        else if (run is "sqrt" or "frac" or "mod")
        {
            tokens.Add(new LatexToken(LatexTokenKind.Command, run, default, afterSpace));
        }
        else if (IsWord(run, inText) || IsWordAmong(tokens, run, afterSpace, isBeforeWord))
        {
            AddWord(tokens, run, afterSpace, inText);
        }
        else
        {
            AddVariables(tokens, run, afterSpace);
        }
    }

    private static bool IsWord(string run, bool inText) =>
        run.Length >= ShortestWord || inText || Vocabulary.ShortWords.Contains(run.ToLowerInvariant()) || IsUnit(run)
        || !char.IsAscii(run[0]);

    // "in" and "am" are products, too.
    private static bool IsUnit(string run) => Units.Of(run) is not null && !Vocabulary.WordsOrProducts.Contains(run);

    private static bool IsWordAmong(List<LatexToken> tokens, string run, bool afterSpace, bool isBeforeWord) =>
        Vocabulary.WordsOrProducts.Contains(run.ToLowerInvariant())
        && (tokens is [.., var last] && !last.IsSign("{")
            ? afterSpace && last.Kind is LatexTokenKind.Word or LatexTokenKind.Number
            : isBeforeWord || char.IsAsciiLetterUpper(run[0]));

    private static void AddWord(List<LatexToken> tokens, string run, bool afterSpace, bool inText)
    {
        var word = Units.Of(run) is not null ? run : run.ToLowerInvariant();
        if (IsName(run) && Units.Of(word) is null)
        {
            tokens.Add(new LatexToken(LatexTokenKind.Letter, run, default, afterSpace, inText));
        }
        else
        {
            tokens.Add(new LatexToken(LatexTokenKind.Word, word, default, afterSpace, inText));
        }
    }

    private static void AddVariables(List<LatexToken> tokens, string run, bool afterSpace)
    {
        if (IsName(run))
        {
            tokens.Add(new LatexToken(LatexTokenKind.Letter, run, default, afterSpace));
            return;
        }

        var prefix = Array.Find(_prefixes, prefix => run.StartsWith(prefix, StringComparison.Ordinal) && run.Length == prefix.Length + 1);
        if (prefix is not null)
        {
            tokens.Add(new LatexToken(LatexTokenKind.Command, prefix, default, afterSpace));
        }

        for (var index = prefix?.Length ?? 0; index < run.Length; index++)
        {
            tokens.Add(new LatexToken(LatexTokenKind.Letter, run[index].ToString(), default, afterSpace && index == 0));
        }
    }

    // Capitals without space are the name of one thing, such as a segment AB.
    private static bool IsName(string run) => run != "DNE" && run.Length is > 1 and < ShortestWord && run.All(char.IsAsciiLetterUpper);
}
