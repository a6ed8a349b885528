namespace Reckon.Grading.Latex;

internal sealed partial class LatexTokenizer
{
    private void ReadLetters()
    {
        var start = _position;
        while (_position < _text.Length && char.IsLetter(_text[_position]))
        {
            _position++;
        }

        if (_position == start + 1 && _text[start] is 'a' or 'p' or 'A' or 'P'
            && _text.AsSpan(_position).StartsWith(".m", StringComparison.OrdinalIgnoreCase))
        {
            _position += ".m".Length;
            Add(new LatexToken(LatexTokenKind.Word, char.ToLowerInvariant(_text[start]) == 'a' ? "am" : "pm", default, _afterSpace));
            return;
        }

        var run = _text[start.._position];
        if (IsRoman(run))
        {
            Add(new LatexToken(LatexTokenKind.Letter, run, default, _afterSpace, _textDepth > 0));
            return;
        }

        LetterRun.Add(_tokens, run, _afterSpace, _textDepth > 0, IsBeforeWord());
        _afterSpace = false;
    }

    // Small Roman numerals number the parts of a problem: (iv), ii. The others may be products.
    private bool IsRoman(string run) => run is "ii" or "iii" or "vii" or "viii" or "xii" or "xiii"
        || (run is "iv" or "vi" or "ix" or "xi"
            && (_textDepth > 0 || (_tokens is [{ Kind: LatexTokenKind.Sign, Text: "(" }] && _position < _text.Length
                && _text[_position] == ')')));

    // Whether a space and at least four letters follow.
    private bool IsBeforeWord()
    {
        var rest = _text.AsSpan(_position);
        return rest is [' ', _, _, _, _, ..] && !rest[1..5].ContainsAnyExcept(_letters);
    }

    // Whether all so far is the letter of a choice, maybe in a box.
    private bool IsAfterChoice() =>
        _tokens is [{ Kind: LatexTokenKind.Letter, Text: [>= 'A' and <= 'J'] }]
            or [{ Kind: LatexTokenKind.Sign, Text: "{" }, { Kind: LatexTokenKind.Letter, Text: [>= 'A' and <= 'J'] }];
}
